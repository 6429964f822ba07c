const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT =
  /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** True for a calendar day that exists, `YYYY-MM-DD`: there is no 30 February. */
export function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // February 30th parses as a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Reads a moment as RFC 3339 writes it: a day that exists, a time to the second at least, and an offset from UTC, without
 * which it would mean another moment on each machine. Finer than a millisecond is cut off.
 *
 * @returns undefined for anything else
 */
export function parseMoment(text: string): Date | undefined {
  const [, day] = MOMENT.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const moment = new Date(text.toUpperCase());
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
