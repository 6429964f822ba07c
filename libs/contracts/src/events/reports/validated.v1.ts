import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY, SAMPLE_VALIDATOR } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.validated.v1` */
export const reportValidated = declareEvent({
  type: 'reports.report.validated.v1',
  topic: reportTopic,
  summary: 'A validator agreed that the work is done; the reporter may confirm or dispute',
  key: 'reportId',
  fields: {
    ...reportFields,
    executor: organisationField('The organisation that worked on it'),
    validator: organisationField('The organisation that agreed'),
  },
  sample: { ...reportSample, state: 'done', executor: SAMPLE_SUB_AGENCY, validator: SAMPLE_VALIDATOR },
});
