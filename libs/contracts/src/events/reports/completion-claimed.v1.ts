import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.completion_claimed.v1` */
export const reportCompletionClaimed = declareEvent({
  type: 'reports.report.completion_claimed.v1',
  topic: reportTopic,
  summary: 'The organisation at work says that it is done; a validator must agree',
  key: 'reportId',
  fields: { ...reportFields, executor: organisationField('The organisation that worked on it') },
  sample: { ...reportSample, state: 'awaiting_validation', executor: SAMPLE_SUB_AGENCY },
});
