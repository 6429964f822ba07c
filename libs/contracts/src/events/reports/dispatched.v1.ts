import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_AGENCY, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.dispatched.v1` */
export const reportDispatched = declareEvent({
  type: 'reports.report.dispatched.v1',
  topic: reportTopic,
  summary: 'The agency instructed one of its sub-agencies',
  key: 'reportId',
  fields: {
    ...reportFields,
    agency: organisationField('The instructing agency'),
    subAgency: organisationField('The sub-agency instructed'),
  },
  sample: { ...reportSample, state: 'dispatched', agency: SAMPLE_AGENCY, subAgency: SAMPLE_SUB_AGENCY },
});
