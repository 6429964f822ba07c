const SHOWN = 3;

/** One line about everything that breaks one rule; none when nothing does. */
export function complaint(rule: string, culprits: readonly string[]): string[] {
  if (culprits.length === 0) return [];
  const more = culprits.length > SHOWN ? ` and ${culprits.length - SHOWN} more` : '';
  return [`${rule}: ${culprits.slice(0, SHOWN).join(', ')}${more}`];
}

export function countBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
