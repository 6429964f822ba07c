import { declareEvent } from '../../declare-event.js';
import { organisationField, reportFields, reportSample, SAMPLE_AGENCY, SAMPLE_VALIDATOR } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.coordinated.v1` */
export const reportCoordinated = declareEvent({
  type: 'reports.report.coordinated.v1',
  topic: reportTopic,
  summary: 'The report was passed on to another agency',
  key: 'reportId',
  fields: {
    ...reportFields,
    agency: organisationField('The agency it was passed to'),
    by: organisationField('The organisation that passed it on'),
  },
  sample: { ...reportSample, state: 'coordinating', agency: SAMPLE_AGENCY, by: SAMPLE_VALIDATOR },
});
