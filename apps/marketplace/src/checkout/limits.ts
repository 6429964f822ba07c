import { type Limit } from '@jaki/platform';

/** What one basket and one payment may be. */
export const limits = {
  basket: { what: 'a basket', most: 50, unit: 'lines', answer: '409 `basket_full`' },
  /** The acquirer's cap. */
  payment: { what: 'one QRIS payment', most: 10_000_000, unit: 'rupiah', answer: '409 `amount_too_high`' },
} as const satisfies Readonly<Record<string, Limit>>;
