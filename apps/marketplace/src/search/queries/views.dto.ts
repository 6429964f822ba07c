import { type ListingSummary } from '../../listings/queries/views.dto.js';

export class CorrectionView {
  /**
   * What was asked for, and nobody writes.
   * @example stoo
   */
  from!: string;
  /**
   * What was looked for in its place.
   * @example soto
   */
  to!: string;
}

export class CategoryCountView {
  /**
   * @example prepared_food
   */
  category!: string;
  count!: number;
}

/** A page of what was found; the `Link` header leads to the next. */
export class FoundView {
  items!: ListingSummary[];
  /** Words that were taken for others. */
  corrections!: CorrectionView[];
  /** Whether nothing has all the words, so that what has some of them is shown. */
  relaxed!: boolean;
  /** How many were found in each category, the most first; on the first page. */
  categories!: CategoryCountView[];
}
