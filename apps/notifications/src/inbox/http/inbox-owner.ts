import { type Principal } from '@jaki/platform';

/** Whose inbox a caller opens: the organisation's that it acts for, else its own. */
export function inboxOf({ id, organisation }: Principal): string {
  return organisation?.id ?? id;
}
