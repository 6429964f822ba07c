import { isDeepStrictEqual } from 'node:util';
import { breaks } from './compatibility.js';
import { loosened } from './loosened.js';
import { type ContextContracts } from './published.js';

/** What `npm run check` says to whoever meets the gate. */
export const MEND = [
  'take a break back, or declare the event anew as .v2 in a file of its own (a topic likewise) and announce both until',
  'every reader has moved; what only adds is published by: npm run contracts:publish',
].join(' ');

/** Why a context's contracts may not go out after all that were published; empty when they may, and have been. */
export function gate({ context, current, published }: ContextContracts): string[] {
  const broken = published.flatMap((older) => breaks(loosened(older), current));
  if (broken.length > 0) return [...new Set(broken)];
  const same = published.find(({ version }) => version === current.version);
  if (same === undefined) return [`${context} contracts ${current.version} were not published`];
  return isDeepStrictEqual(same, current)
    ? []
    : [`${context} contracts have changed since ${current.version} was published`];
}
