import { declareEvent } from '../../declare-event.js';
import { Code, field } from '../../fields.js';
import { organisationField, reportFields, reportSample, SAMPLE_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.rejected.v1` */
export const reportRejected = declareEvent({
  type: 'reports.report.rejected.v1',
  topic: reportTopic,
  summary: 'The report was refused, with a reason',
  key: 'reportId',
  fields: {
    ...reportFields,
    by: organisationField('The organisation that refused it'),
    reason: field('public', 'Code of the reason', Code()),
  },
  sample: { ...reportSample, state: 'rejected', by: SAMPLE_AGENCY, reason: 'duplicate' },
});
