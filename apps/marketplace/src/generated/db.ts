import type { ColumnType } from 'kysely';
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type basket_line = {
  buyer: string;
  offer_id: string;
  quantity: bigint;
  price: bigint;
  added_at: Timestamp;
};
export type business = {
  id: string;
  number: string;
  state: string;
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: number;
  /**
   * A person as this service knows them.
   */
  owner: string;
  recipient: string | null;
  name: string;
  kind: string;
  /**
   * The kelurahan in which it is.
   */
  region: string;
  /**
   * In no event. One verified or suspended business for each.
   */
  nib: string | null;
  kbli: string;
  risk: string;
  proofs: unknown;
  applied_at: Timestamp;
  updated_at: Timestamp;
};
export type business_history = {
  business_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
  organisation: string | null;
  /**
   * The officer's reason: for the owner and those who verify.
   */
  note: string | null;
};
export type hold = {
  order_id: string;
  offer_id: string;
  quantity: bigint;
  /**
   * `held`, then `consumed` or `released`; `returned` when what was consumed went back.
   */
  state: string;
};
export type ledger_transfer = {
  id: string;
  /**
   * What it was for: `receipt`, `sale`, `fee`, `refund_due`, `refund`.
   */
  kind: string;
  /**
   * What it was for exactly: a payment, an order, a refund.
   */
  reference: string;
  n: number;
  debit: string;
  credit: string;
  /**
   * Whole rupiah.
   */
  amount: bigint;
  at: Timestamp;
};
export type listing = {
  id: string;
  number: string;
  business_id: string;
  state: string;
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: number;
  title: string;
  description: string;
  category: string;
  created_at: Timestamp;
  updated_at: Timestamp;
};
export type listing_history = {
  listing_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
  organisation: string | null;
  /**
   * The officer's reason: for the owner and those who check.
   */
  note: string | null;
};
export type listing_search = {
  listing_id: string;
  /**
   * Codes of the regions around it, each level.
   */
  areas: string[];
  category: string;
  /**
   * Title, names of offers and of the business.
   */
  words: string;
  price_from: bigint;
};
export type offer = {
  id: string;
  listing_id: string;
  /**
   * Its place in the listing, from 1.
   */
  n: number;
  name: string | null;
  unit: string;
  /**
   * Whole rupiah for one unit.
   */
  price: bigint;
  /**
   * Ordered in multiples of it, in the unit's base (grams for kg).
   */
  step: bigint;
  /**
   * The least that can be ordered, in the unit's base.
   */
  minimum: bigint;
};
export type order_line = {
  order_id: string;
  n: number;
  offer_id: string;
  listing_id: string;
  title: string;
  offer_name: string | null;
  unit: string;
  price: bigint;
  quantity: bigint;
  amount: bigint;
};
export type payment = {
  id: string;
  number: string;
  state: string;
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: number;
  buyer: string;
  recipient: string | null;
  /**
   * Whole rupiah.
   */
  amount: bigint;
  /**
   * The text of its QR code, once the acquirer gave one.
   */
  qr: string | null;
  created_at: Timestamp;
  expires_at: Timestamp;
  /**
   * When the acquirer is to be asked next; null when there is no need.
   */
  look_at: Timestamp | null;
  looks: number;
};
export type payment_callback = {
  id: string;
  received_at: Timestamp;
  reference: string | null;
  body: string;
  verdict: string;
};
export type payment_code = {
  business_id: string;
  /**
   * Several stalls of one merchant may share it. In no event.
   */
  nmid: string;
  code: string;
  registered_at: Timestamp;
};
export type payment_history = {
  payment_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
};
export type payment_receipt = {
  id: string;
  transaction_id: string;
  payment_id: string;
  amount: bigint;
  /**
   * `paid`, `revived`, `late`, `double`, `short`, `surplus`.
   */
  verdict: string;
  heard_at: Timestamp;
};
export type refund = {
  id: string;
  payment_id: string;
  order_id: string | null;
  amount: bigint;
  reason: string;
  /**
   * `requested`, `made`, `stuck`.
   */
  state: string;
  attempts: number;
  /**
   * When it is tried next; null when there is no need.
   */
  next_at: Timestamp | null;
  requested_at: Timestamp;
};
export type search_word = {
  word: string;
};
export type seller_balance = {
  account: string;
  amount: bigint;
};
export type seller_order = {
  id: string;
  number: string;
  payment_id: string;
  business_id: string;
  state: string;
  /**
   * Counts its events: the `ce_sequence` of the newest one.
   */
  version: number;
  buyer: string;
  buyer_recipient: string | null;
  /**
   * Whole rupiah.
   */
  amount: bigint;
  /**
   * What the seller pays for being paid by QRIS, by the rule of the day it was placed.
   */
  mdr: bigint;
  /**
   * The kelurahan of the business.
   */
  region: string;
  /**
   * Shown to the buyer, said to the seller.
   */
  pickup_code: string;
  /**
   * Null while it was never paid: then its seller does not know of it.
   */
  paid_at: Timestamp | null;
  /**
   * When the step that nobody takes is taken by itself.
   */
  due_at: Timestamp | null;
  placed_at: Timestamp;
  updated_at: Timestamp;
};
export type seller_order_history = {
  order_id: string;
  version: number;
  type: string;
  state: string;
  at: Timestamp;
  /**
   * The reason that somebody gave.
   */
  note: string | null;
};
export type settlement_difference = {
  day: Timestamp;
  kind: string;
  reference: string;
  /**
   * Whole rupiah.
   */
  ours: bigint;
  theirs: bigint;
  found_at: Timestamp;
};
export type settlement_line = {
  day: Timestamp;
  /**
   * Its place in the file, from 1.
   */
  n: number;
  /**
   * `settlement`, `refund`.
   */
  kind: string;
  transaction_id: string;
  reference: string;
  /**
   * Whole rupiah; below zero for a refund.
   */
  gross: bigint;
  mdr: bigint;
};
export type stock = {
  offer_id: string;
  on_hand: bigint;
  /**
   * Of what is on hand: held for checkouts that are not paid yet.
   */
  reserved: bigint;
};
export type stock_movement = {
  id: string;
  offer_id: string;
  at: Timestamp;
  /**
   * `set`, `sold`, `returned`.
   */
  reason: string;
  change: bigint;
  order_id: string | null;
};
export type DB = {
  basket_line: basket_line;
  business: business;
  business_history: business_history;
  hold: hold;
  ledger_transfer: ledger_transfer;
  listing: listing;
  listing_history: listing_history;
  listing_search: listing_search;
  offer: offer;
  order_line: order_line;
  payment: payment;
  payment_callback: payment_callback;
  payment_code: payment_code;
  payment_history: payment_history;
  payment_receipt: payment_receipt;
  refund: refund;
  search_word: search_word;
  seller_balance: seller_balance;
  seller_order: seller_order;
  seller_order_history: seller_order_history;
  settlement_difference: settlement_difference;
  settlement_line: settlement_line;
  stock: stock;
  stock_movement: stock_movement;
};
