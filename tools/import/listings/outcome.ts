/** What became of one listing. */
export type Outcome =
  /** Handed in by this run. */
  | { readonly kind: 'new'; readonly number: string }
  /** It was there; nothing was changed, also when the file says something else of it. */
  | { readonly kind: 'there' | 'there_otherwise'; readonly number: string }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No answer that says yes or no: another run may get one. */
  | { readonly kind: 'unsettled'; readonly code: string };
