/** What became of one feature. */
export type Outcome =
  | { readonly kind: 'filed' | 'already_there'; readonly reportId: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** No answer that says yes or no: another run may get one. */
  | { readonly kind: 'unsettled'; readonly code: string };

/** How often each thing happened, the most frequent first, then by name. */
export function tally(names: readonly string[]): [name: string, times: number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
}
