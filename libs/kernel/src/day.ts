const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day of a moment in a time zone, `YYYY-MM-DD`.
 *
 * @param timeZone by its IANA name, `Asia/Jakarta`
 * @throws RangeError when there is no such zone
 */
export function dayIn(timeZone: string, at: Date): string {
  let format = formats.get(timeZone);
  // Making a format costs a hundred times what using it does.
  if (format === undefined) {
    const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', { ...numeric, timeZone });
    formats.set(timeZone, format);
  }
  return format.format(at);
}
