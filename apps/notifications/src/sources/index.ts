// Made from the files of this folder: npm run generate
import { type NoticeSource } from '../telling/notices-from.js';
import { businessNotices } from './marketplace/business-notices.js';
import { listingNotices } from './marketplace/listing-notices.js';
import { orderNotices } from './marketplace/order-notices.js';
import { paymentNotices } from './marketplace/payment-notices.js';
import { reportNotices } from './reports/report-notices.js';
export const sources: readonly NoticeSource[] = [
  businessNotices,
  listingNotices,
  orderNotices,
  paymentNotices,
  reportNotices,
];
