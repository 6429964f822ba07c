import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.work_started.v1` */
export const reportWorkStarted = declareEvent({
  type: 'reports.report.work_started.v1',
  topic: reportTopic,
  summary: 'An organisation began the work',
  key: 'reportId',
  fields: { ...reportFields, executor: organisationField('The organisation that works on it') },
  sample: { ...reportSample, state: 'in_progress', executor: SAMPLE_SUB_AGENCY },
});
