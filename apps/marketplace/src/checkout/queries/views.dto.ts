export class BasketLineView {
  offerId!: string;
  listingId!: string;
  /**
   * @example Soto Betawi
   */
  title!: string;
  /** Of the offer; null when the listing has one alone. */
  name!: string | null;
  businessId!: string;
  /**
   * @example Warung Bu Sri
   */
  businessName!: string;
  /**
   * @example porsi
   */
  unit!: string;
  /** In the unit's base. */
  quantity!: number;
  /** For one unit, now; whole rupiah. */
  price!: number;
  /** The price when it was put in. */
  seen!: number;
  /** What the line costs now. */
  amount!: number;
  /**
   * Why it cannot be bought as it stands: `not_for_sale`, `own_goods`, `quantity_not_offered`, `price_rose` or
   * `too_little_left`; null when it can.
   */
  problem!: string | null;
}

export class BasketView {
  items!: BasketLineView[];
  /** What all of it costs now, in whole rupiah. */
  total!: number;
}

export class CheckoutOrderView {
  id!: string;
  /**
   * @example P000123
   */
  number!: string;
  businessId!: string;
  businessName!: string;
  state!: string;
  amount!: number;
}

export class CheckoutView {
  /** Also what the acquirer knows the payment by. */
  id!: string;
  /**
   * What people call it by.
   * @example N000123
   */
  number!: string;
  /**
   * Of the payment: `pending`, `paid`, `expired`, `failed` or `cancelled`. Only the acquirer's word makes it paid.
   * @example pending
   */
  state!: string;
  /**
   * Whole rupiah.
   * @example 50000
   */
  total!: number;
  /** Until then the goods are held. */
  expiresAt!: string;
  /** The text of the QR code to pay by; null while the acquirer cannot be asked, and when there is nothing to pay. */
  qr!: string | null;
  /** One for each seller. */
  orders!: CheckoutOrderView[];
}
