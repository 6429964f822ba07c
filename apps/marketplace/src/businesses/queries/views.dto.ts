/** A business in a list. */
export class BusinessSummary {
  id!: string;
  /**
   * @example U000123
   */
  number!: string;
  /**
   * @example Warung Bu Sri
   */
  name!: string;
  /**
   * @example stall
   */
  kind!: string;
  /**
   * The kelurahan in which it is.
   * @example '31.71.01.1001'
   */
  region!: string;
  /**
   * @example verified
   */
  state!: string;
}

/** A page of them; the `Link` header leads to the next. */
export class BusinessListView {
  items!: BusinessSummary[];
}

export class ProofView {
  kind!: string;
  number!: string;
  validUntil!: string | null;
}

/** What only the owner and those who verify see. */
export class ApplicationView {
  nib!: string | null;
  risk!: string;
  proofs!: ProofView[];
  /** What it lacks to be verified, today: `nib` or kinds of proof. */
  lacking!: string[];
}

export class BusinessDetailsView extends BusinessSummary {
  /**
   * @example '56102'
   */
  kbli!: string;
  /** As what the caller sees it: `owner`, `verifier` or `public`. */
  seenAs!: string;
  /** Null for everybody else. */
  application!: ApplicationView | null;
}

export class BusinessStepView {
  version!: number;
  /**
   * @example returned
   */
  type!: string;
  state!: string;
  at!: string;
  /** The office that did it; null when the owner did. */
  organisationId!: string | null;
  /** The officer's reason. */
  note!: string | null;
}

/** Oldest first; a business has few. */
export class BusinessHistoryView {
  items!: BusinessStepView[];
}
