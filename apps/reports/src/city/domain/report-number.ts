/** The city's letters + YYMMDD + the day's serial, at least four digits. */
export function reportNumber(prefix: string, day: string, serial: bigint): string {
  return `${prefix}${day.slice(2).replaceAll('-', '')}${serial.toString().padStart(4, '0')}`;
}
