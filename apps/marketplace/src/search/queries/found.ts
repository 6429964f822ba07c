import { Page } from '@jaki/platform';
import { type CategoryCountView, type CorrectionView, type FoundView } from './views.dto.js';

interface About {
  readonly corrections: CorrectionView[];
  readonly relaxed: boolean;
  readonly categories: CategoryCountView[];
}

/** A page with what is to be said about the search as a whole. */
export class Found extends Page<FoundView['items'][number]> {
  readonly corrections: CorrectionView[];
  readonly relaxed: boolean;
  readonly categories: CategoryCountView[];

  constructor(found: Page<FoundView['items'][number]>, { corrections, relaxed, categories }: About) {
    super(found.items, found.next());
    this.corrections = corrections;
    this.relaxed = relaxed;
    this.categories = categories;
  }
}
