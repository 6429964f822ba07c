// Made from the files of this folder: npm run generate
import { type NoticeSource } from '../telling/notices-from.js';
import { reportNotices } from './reports/report-notices.js';
export const sources: readonly NoticeSource[] = [reportNotices];
