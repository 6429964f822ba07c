import { type Role, roles } from './cast.js';
import { type Expectation } from './expected.js';

/** What was seen of one report. */
export interface Seen {
  /** Types of its events in the order of their sequence, such as `reports.report.filed.v1`. */
  readonly events: readonly { readonly type: string; readonly sequence: number }[];
  /** Types of events in each inbox, oldest first. */
  readonly notices: Readonly<Record<Role, readonly string[]>>;
  /** Rows in the services' own databases. */
  readonly rows: { readonly notices: number; readonly history: number };
}

export const eventType = (name: string) => `reports.report.${name}.v1`;

/** What is wrong, one line each; nothing when all is as expected. */
export function faultsOf(acts: readonly Expectation[], seen: Seen): string[] {
  const events = acts.flatMap((act) => act.events.map(eventType));
  const notices = roles.map((role) => [role, noticesOf(acts, role)] as const);
  const told = notices.reduce((sum, [, types]) => sum + types.length, 0);
  return [
    ...differences(
      'event',
      events,
      seen.events.map(({ type }) => type),
    ),
    ...gaps(seen.events.map(({ sequence }) => sequence)),
    ...notices.flatMap(([role, types]) => differences(`notice for ${role}`, types, seen.notices[role])),
    ...unequal('rows of notices', told, seen.rows.notices),
    ...unequal('steps in the history', events.length, seen.rows.history),
  ];
}

/** What an inbox must hold after these acts. */
export function noticesOf(acts: readonly Expectation[], role: Role): string[] {
  return acts.flatMap(({ notices }) => (notices[role] === undefined ? [] : [eventType(notices[role])]));
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

function gaps(sequences: readonly number[]): string[] {
  const at = sequences.findIndex((sequence, index) => sequence !== index + 1);
  return at < 0 ? [] : [`the event after ${at} has sequence ${String(sequences[at])}`];
}

function unequal(what: string, wanted: number, found: number): string[] {
  return wanted === found ? [] : [`${found} ${what} in the database instead of ${wanted}`];
}
