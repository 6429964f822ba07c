/** An order in a list. */
export class OrderSummary {
  id!: string;
  /**
   * What people call it by.
   * @example P000123
   */
  number!: string;
  businessId!: string;
  /**
   * @example Warung Bu Sri
   */
  businessName!: string;
  /**
   * @example paid
   */
  state!: string;
  /**
   * Whole rupiah.
   * @example 50000
   */
  amount!: number;
  placedAt!: string;
  /** When the next step is taken by itself; null when there is none. */
  dueAt!: string | null;
}

/** A page of them; the `Link` header leads to the next. */
export class OrderListView {
  items!: OrderSummary[];
}

/** What was ordered, as it was then. */
export class OrderLineView {
  listingId!: string;
  offerId!: string;
  /**
   * @example Soto Betawi
   */
  title!: string;
  /** Of the offer; null when the listing had one alone. */
  name!: string | null;
  /**
   * @example porsi
   */
  unit!: string;
  /** For one unit, whole rupiah. */
  price!: number;
  /** In the unit's base. */
  quantity!: number;
  amount!: number;
}

export class OrderDetailsView extends OrderSummary {
  /** Its checkout. */
  checkoutId!: string;
  /** As what the caller sees it: `buyer` or `seller`. */
  seenAs!: string;
  lines!: OrderLineView[];
  /** What the buyer shows to fetch it; null for the seller, and before it is taken on. */
  pickupCode!: string | null;
}

export class OrderStepView {
  version!: number;
  /**
   * @example accepted
   */
  type!: string;
  state!: string;
  at!: string;
  /** The reason that was given. */
  note!: string | null;
}

/** Oldest first. */
export class OrderHistoryView {
  items!: OrderStepView[];
}
