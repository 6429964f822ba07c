import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Locale, locales } from './locale.js';

/** What a text is filled with, by the names in its braces. */
export type Values = Readonly<Record<string, string | Date>>;

/** Undefined when a value is missing that the text speaks of. */
type Message = (values: Values) => string | undefined;

/** All that one context says in one language. */
export interface Language {
  readonly locale: Locale;
  /** What stands for a name that nobody has told us yet. */
  readonly unknown: { readonly office: string; readonly organisation: string };
  readonly templates: ReadonlyMap<string, { readonly title: Message; readonly body: Message }>;
}

/** Argument, number, date, time, select and plural, as the parser of ICU messages numbers them. */
const PLACEHOLDERS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6]);

const folder = new URL('../../data/texts/', import.meta.url);

/** The texts of each context: `data/texts/<context>/<locale>.json`. */
export function languagesOf(): ReadonlyMap<string, ReadonlyMap<Locale, Language>> {
  const contexts = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    contexts.map(({ name }) => [name, new Map(locales.map((locale) => [locale, load(name, locale)] as const))]),
  );
}

function load(context: string, locale: Locale): Language {
  const texts = read(`${context}/${locale}.json`) as Record<string, { title: string; body: string }>;
  const templates = Object.entries(texts).map(([name, { title, body }]) => {
    return [name, { title: message(title, locale), body: message(body, locale) }] as const;
  });
  const unknown = (read('unknown.json') as Record<Locale, Language['unknown']>)[locale];
  return { locale, unknown, templates: new Map(templates) };
}

function message(text: string, locale: Locale): Message {
  // A promised day is a date without a time: read and shown in one zone, it cannot slip to its neighbour.
  const formats = { date: { long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } } } as const;
  const format = new IntlMessageFormat(text, locale, formats);
  const needed = namesIn(format.getAst());
  return (values) => (needed.every((name) => name in values) ? capitalised(String(format.format(values))) : undefined);
}

/** What stands in the braces of a text, those within choices included. */
function namesIn(ast: unknown): string[] {
  if (typeof ast !== 'object' || ast === null) return [];
  const { type, value } = ast as { type?: unknown; value?: unknown };
  const own = typeof type === 'number' && PLACEHOLDERS.has(type) && typeof value === 'string' ? [value] : [];
  return [...own, ...Object.values(ast).flatMap(namesIn)];
}

/** A text may begin with a name, and a name may be our word for an unknown one. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}
