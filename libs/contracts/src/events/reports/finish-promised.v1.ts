import { declareEvent } from '../../declare-event.js';
import { Day, field } from '../../fields.js';
import { organisationField, reportFields, reportSample, SAMPLE_SUB_AGENCY } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.finish_promised.v1` */
export const reportFinishPromised = declareEvent({
  type: 'reports.report.finish_promised.v1',
  topic: reportTopic,
  summary: 'The organisation at work promised a day by which it will be done (EWS)',
  key: 'reportId',
  fields: {
    ...reportFields,
    executor: organisationField('The organisation that works on it'),
    finishBy: field('public', "The promised day in the city's time zone", Day()),
  },
  sample: { ...reportSample, state: 'in_progress', executor: SAMPLE_SUB_AGENCY, finishBy: '2026-12-01' },
});
