/** The codec of QRIS, Indonesia's profile of the EMVCo merchant-presented code: read leniently, written strictly. */
export { parseQris, type Qris } from './read-qris.js';
export { type Payment, type StaticMerchant, toDynamic, writeStatic } from './write-qris.js';
