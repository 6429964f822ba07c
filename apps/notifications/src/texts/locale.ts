/** Languages that notices are written in; the first is what a reader gets who asks for none of them. */
export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): quality first, then order. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(readRange)
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const found = locales.find((locale) => language === '*' || language === locale || language === OLD_CODES[locale]);
    if (found !== undefined) return found;
  }
  return locales[0];
}

/** Java and old Android still call Indonesian `in`. */
const OLD_CODES: Partial<Record<Locale, string>> = { id: 'in' };

function readRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice('q='.length));
  return { language: tag.split('-')[0] ?? '', quality: Number.isNaN(quality) ? 0 : quality };
}
