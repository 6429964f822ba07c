export class DifferenceView {
  /**
   * `not_with_us`, `not_with_acquirer`, `amount_differs` or `refund_differs`.
   * @example not_with_us
   */
  kind!: string;
  /** The acquirer's number of the transaction; of refunds our payment. */
  reference!: string;
  /** By our book, whole rupiah. */
  ours!: number;
  /** By the acquirer's file. */
  theirs!: number;
  foundAt!: string;
}

/** All of a day: a good day has none. */
export class DifferenceListView {
  items!: DifferenceView[];
}
