/** What became of one feature. */
export type Outcome =
  | { readonly kind: 'filed' | 'already_there'; readonly reportId: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer that says yes or no: another run may get one. */
  | { readonly kind: 'unsettled'; readonly code: string };
