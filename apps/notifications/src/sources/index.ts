// Made from the files of this folder: npm run generate
import { reportNotices } from './reports/report-notices.js';
import { type NoticeSource } from '../telling/notices-from.js';
export const sources: readonly NoticeSource[] = [reportNotices];
