/** How often each thing happened, the most frequent first, then by name. */
export function tally(names: readonly string[]): [name: string, times: number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, few], [other, many]) => many - few || one.localeCompare(other));
}

/** A part of a summary: a title and what belongs to it; nothing when nothing does. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

/** As lines of a summary: how often, and what. */
export function counted(rows: readonly (readonly [name: string, times: number])[]): string[] {
  return rows.map(([name, times]) => `${String(times).padStart(6)}  ${name}`);
}
