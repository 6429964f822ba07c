export class StatementLineView {
  id!: string;
  at!: string;
  /**
   * What it was for: `sale` of an order, or its fee (`mdr`).
   * @example sale
   */
  kind!: string;
  /** The order that it was for. */
  reference!: string;
  /**
   * Whole rupiah; below zero when it was taken.
   * @example 50000
   */
  amount!: number;
  /** What the business had earned and not got, after it. */
  balance!: number;
}

/** A page of them, newest first; the `Link` header leads to the next. */
export class StatementView {
  items!: StatementLineView[];
}

export class BalanceView {
  /**
   * What the business has earned and not got yet, whole rupiah.
   * @example 50000
   */
  balance!: number;
}
