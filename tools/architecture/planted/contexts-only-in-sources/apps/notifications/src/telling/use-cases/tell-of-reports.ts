import { reportTopic } from '@jaki/contracts'; // breaks
import { reportNotices } from '../../sources/reports/report-notices.js'; // breaks

export const told = [reportTopic, reportNotices];
