import { eventsOf, noticesOf, type Plot, rolesOf, subjectsOf } from './plot.js';

/** What was seen of a story. */
export interface Seen {
  /** The events of each subject in the order of their sequence. */
  readonly events: Readonly<Record<string, readonly { readonly type: string; readonly sequence: number }[]>>;
  /** Types of events in each role's inbox, oldest first. */
  readonly notices: Readonly<Record<string, readonly string[]>>;
  /** What is there of each figure. */
  readonly figures: Readonly<Record<string, number>>;
}

/** What is wrong, one line each; nothing when all is as expected. */
export function faultsOf(plot: Plot, seen: Seen): string[] {
  const acts = Object.values(plot.expected);
  const subjects = subjectsOf(plot);
  return [
    ...subjects.flatMap((subject) => {
      const found = seen.events[subject] ?? [];
      // In a story of one subject nobody asks whose event it is.
      const of = subjects.length > 1 ? ` of ${subject}` : '';
      const types = found.map(({ type }) => type);
      return [...differences(`event${of}`, eventsOf(plot, acts, subject), types), ...gaps(of, found)];
    }),
    ...rolesOf(plot).flatMap((role) =>
      differences(`notice for ${role}`, noticesOf(plot, acts, role), seen.notices[role] ?? []),
    ),
    ...unequal(plot.figures, seen.figures),
  ];
}

function differences(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  const missing = without(wanted, found).map((type) => `missing ${what}: ${type}`);
  const surplus = without(found, wanted).map((type) => `unexpected ${what}: ${type}`);
  if (missing.length > 0 || surplus.length > 0) return [...missing, ...surplus];
  const at = wanted.findIndex((type, index) => type !== found[index]);
  return at < 0 ? [] : [`${what} ${at + 1} is ${String(found[at])} where ${String(wanted[at])} belongs`];
}

/** As a difference of bags: one occurrence takes away one. */
function without(from: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return from.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function gaps(of: string, events: readonly { readonly sequence: number }[]): string[] {
  const at = events.findIndex(({ sequence }, index) => sequence !== index + 1);
  return at < 0 ? [] : [`the event${of} after ${at} has sequence ${String(events[at]?.sequence)}`];
}

/** What is not there counts as none; what nobody expected must be none. */
function unequal(wanted: Seen['figures'], found: Seen['figures']): string[] {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])];
  return names.flatMap((name) => {
    const [right = 0, real = 0] = [wanted[name], found[name]];
    return right === real ? [] : [`${real} ${name} instead of ${right}`];
  });
}
