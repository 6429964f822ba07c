import { reportNotices } from './reports/report-notices.js';

export const sources = [reportNotices];
