import { Type } from 'typebox';
import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.routed.v1` */
export const reportRouted = declareEvent({
  type: 'reports.report.routed.v1',
  topic: reportTopic,
  summary: 'The report came into the queue of the agency responsible',
  key: 'reportId',
  fields: {
    ...reportFields,
    agency: organisationField('The agency that should deal with it'),
    previousAgency: Type.Optional(organisationField('The agency whose queue it left')),
  },
  sample: { ...reportSample, state: 'waiting', agency: SAMPLE_AGENCY },
});
