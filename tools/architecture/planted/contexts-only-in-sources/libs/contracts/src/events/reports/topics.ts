export const reportTopic = { name: 'reports.report.v1' };
