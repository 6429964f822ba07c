import { declareEvent } from '../../declare-event.js';
import { Code, field } from '../../fields.js';
import { reportFields, reportSample } from './report-fields.js';
import { reportTopic } from './topics.js';

/** `reports.report.filed.v1` */
export const reportFiled = declareEvent({
  type: 'reports.report.filed.v1',
  topic: reportTopic,
  summary: 'A citizen or a channel filed a report; it waits at the kelurahan of its pin',
  key: 'reportId',
  fields: {
    ...reportFields,
    channel: field('public', 'Where it came in: `app` or the code of a channel account', Code()),
  },
  sample: { ...reportSample, state: 'waiting', channel: 'app' },
});
