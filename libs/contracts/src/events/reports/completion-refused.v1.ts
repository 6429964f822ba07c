import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY, SAMPLE_VALIDATOR } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.completion_refused.v1` */
export const reportCompletionRefused = declareEvent({
  type: 'reports.report.completion_refused.v1',
  topic: reportTopic,
  summary: 'A validator refused the work; it goes on (TL Ditolak)',
  key: 'reportId',
  fields: {
    ...reportFields,
    executor: organisationField('The organisation that works on it'),
    validator: organisationField('The organisation that refused'),
  },
  sample: { ...reportSample, state: 'in_progress', executor: SAMPLE_SUB_AGENCY, validator: SAMPLE_VALIDATOR },
});
