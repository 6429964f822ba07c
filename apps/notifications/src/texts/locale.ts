/** Languages that notices are written in; the first is what a reader gets who asks for none of them. */
export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

/**
 * The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): quality first, then order. Each language has
 * the quality of the range that names it, else of `*`; 0 says that it is not wanted.
 */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const ranges = (acceptLanguage ?? '').split(',').map(readRange);
  const wanted = locales.map((locale) => {
    const names = [locale, OLD_CODES[locale]];
    const place = ranges.findIndex(({ language }) => names.includes(language));
    const range = ranges[place] ?? ranges.find(({ language }) => language === '*');
    return { locale, quality: range?.quality ?? 0, place: place < 0 ? ranges.length : place };
  });
  const [best] = wanted
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality || one.place - other.place);
  return best?.locale ?? locales[0];
}

/** Java and old Android still call Indonesian `in`. */
const OLD_CODES: Partial<Record<Locale, string>> = { id: 'in' };

function readRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = q === undefined ? 1 : Number(q.slice('q='.length));
  return { language: tag.split('-')[0] ?? '', quality: Number.isNaN(quality) ? 0 : quality };
}
