import { declareEvent } from '../../declare-event.js';

export const reportMoved = declareEvent({
  type: 'reports.report.moved.v1', // breaks
  topic: reportTopic,
  summary: 'A report moved',
  key: 'reportId',
  fields: {},
});
