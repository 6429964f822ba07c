import { parseMoment } from '@jaki/kernel';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const TIME = String.raw`(?<time>\d\d:\d\d)(?<seconds>:\d\d(?:\.\d{1,9})?)?`;
const ZONE = String.raw`\s?(?:Z|UTC|GMT)?(?<zone>[+-]\d\d(?::?\d\d)?)?`;

/** ISO 8601 and how databases and GDAL write it, how JavaScript writes it, how mail and HTTP do. */
const FORMS = [
  new RegExp(`^(?<year>\\d{4})(?<between>[-/])(?<month>\\d\\d)\\k<between>(?<day>\\d\\d)[T ]${TIME}${ZONE}$`, 'i'),
  new RegExp(
    `^(?<weekday>[A-Z][a-z]{2}) (?<name>[A-Z][a-z]{2}) (?<day>\\d\\d) (?<year>\\d{4}) ${TIME}${ZONE}(?: \\([^()]+\\))?$`,
  ),
  new RegExp(`^(?:(?<weekday>[A-Z][a-z]{2}), )?(?<day>\\d\\d) (?<name>[A-Z][a-z]{2}) (?<year>\\d{4}) ${TIME}${ZONE}$`),
];

/**
 * Reads a moment in one of the forms that say it in full: day and month cannot be mistaken for each other, and what
 * follows the time is understood or the whole is not. Without a zone it is UTC.
 *
 * @returns undefined for every other form, for a day that there is not or that is another weekday
 */
export function readMoment(text: string): Date | undefined {
  const parts = FORMS.map((form) => form.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const { year = '', month, name = '', day = '', time = '', seconds = ':00', zone, weekday } = parts;
  const number = month ?? String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  if (weekday !== undefined && !fallsOn(`${year}-${number}-${day}`, weekday)) return undefined;
  return parseMoment(`${year}-${number}-${day}T${time}${seconds}${offsetOf(zone)}`);
}

function fallsOn(day: string, weekday: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === WEEKDAYS.indexOf(weekday);
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
