import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.confirmed.v1` */
export const reportConfirmed = declareEvent({
  type: 'reports.report.confirmed.v1',
  topic: reportTopic,
  summary: 'The reporter confirmed the result; the report is closed',
  key: 'reportId',
  fields: { ...reportFields, executor: organisationField('The organisation that worked on it') },
  sample: { ...reportSample, state: 'closed', executor: SAMPLE_SUB_AGENCY },
});
