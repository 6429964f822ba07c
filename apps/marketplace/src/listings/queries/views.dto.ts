/** A listing in a list. */
export class ListingSummary {
  id!: string;
  /**
   * What people call it by.
   * @example L000123
   */
  number!: string;
  /**
   * @example Soto Betawi
   */
  title!: string;
  /**
   * @example prepared_food
   */
  category!: string;
  businessId!: string;
  /**
   * @example Warung Bu Sri
   */
  businessName!: string;
  /**
   * The kelurahan of the business.
   * @example '31.71.01.1001'
   */
  region!: string;
  /**
   * @example published
   */
  state!: string;
  /**
   * Of its cheapest offer, whole rupiah for one of its units.
   * @example 25000
   */
  priceFrom!: number;
  /**
   * Of its dearest offer.
   * @example 25000
   */
  priceTo!: number;
  /** Whether anything of it can be ordered now. */
  inStock!: boolean;
}

/** A page of them; the `Link` header leads to the next. */
export class ListingListView {
  items!: ListingSummary[];
}

export class OfferView {
  id!: string;
  /** Null when the listing has one offer alone. */
  name!: string | null;
  /**
   * What the price is for.
   * @example kg
   */
  unit!: string;
  /**
   * What quantities are counted in.
   * @example g
   */
  base!: string;
  /**
   * How many of the base make one unit.
   * @example 1000
   */
  per!: number;
  /**
   * Whole rupiah for one unit.
   * @example 25000
   */
  price!: number;
  /** Ordered in multiples of it, in the base. */
  step!: number;
  /** The least that can be ordered, in the base. */
  minimum!: number;
  /** How much can be ordered now, in the base. */
  free!: number;
}

export class ListingDetailsView extends ListingSummary {
  description!: string;
  offers!: OfferView[];
  /** As what the caller sees it: `owner`, `checker` or `public`. */
  seenAs!: string;
}

export class ListingStepView {
  version!: number;
  /**
   * @example published
   */
  type!: string;
  state!: string;
  at!: string;
  /** The office that did it; null when the owner did. */
  organisationId!: string | null;
  /** The officer's reason. */
  note!: string | null;
}

/** Oldest first. */
export class ListingHistoryView {
  items!: ListingStepView[];
}
