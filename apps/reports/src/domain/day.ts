const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The calendar day in Jakarta (UTC+7, no summer time) as `YYYY-MM-DD`. */
export function jakartaDay(at: Date): string {
  return new Date(at.getTime() + JAKARTA_OFFSET_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** `JK` + YYMMDD + the day's serial, at least four digits. */
export function reportNumber(day: string, serial: bigint): string {
  return `JK${day.slice(2).replaceAll('-', '')}${serial.toString().padStart(4, '0')}`;
}
