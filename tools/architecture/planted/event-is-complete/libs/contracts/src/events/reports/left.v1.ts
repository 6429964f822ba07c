import { declareEvent } from '../../declare-event.js';

export const reportLeft = declareEvent({
  type: 'reports.report.left.v1', // breaks
  topic: reportTopic,
  summary: 'A report left',
  key: 'reportId',
  fields: {},
  sample: {},
});
