export class PaymentCodeView {
  /**
   * The merchant's national number.
   * @example ID1026529448957
   */
  nmid!: string;
  /** The text of the QR code: what a picture of it holds. It proves no payment. */
  code!: string;
}

export class ScannedCodeView {
  /**
   * `genuine`: it pays this business. `of_another_merchant`: it pays somebody else. `not_readable`: it is no QRIS code.
   * @example genuine
   */
  verdict!: string;
}
