import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.disputed.v1` */
export const reportDisputed = declareEvent({
  type: 'reports.report.disputed.v1',
  topic: reportTopic,
  summary: 'The reporter disputed the result; the work goes on',
  key: 'reportId',
  fields: { ...reportFields, executor: organisationField('The organisation that works on it') },
  sample: { ...reportSample, state: 'in_progress', executor: SAMPLE_SUB_AGENCY },
});
