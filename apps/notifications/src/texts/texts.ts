import { readFileSync } from 'node:fs';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Reference, type Template } from '../domain/notices.js';
import { type Locale, locales } from './locale.js';

/** What organisations are called, as far as this service knows them. */
export interface Names {
  organisation(id: OrganisationId): string | undefined;
  /** The office of a kelurahan. */
  office(region: RegionCode): string | undefined;
}

interface Words {
  readonly title: string;
  readonly body: string;
}
interface Labels {
  readonly categories: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly unknown: { readonly office: string; readonly organisation: string };
}
type Message = (values: Record<string, string | Date | undefined>) => string;
interface Language {
  readonly labels: Labels;
  readonly templates: ReadonlyMap<string, { readonly title: Message; readonly body: Message }>;
}

const languages = new Map(locales.map((locale) => [locale, load(locale)]));

/**
 * Writes a notice in a language, with the names that hold now.
 *
 * @throws Error when the language has no such template: the tests see to it that each has all
 */
export function render(locale: Locale, template: string, about: Reference, names: Names): Words {
  const language = languages.get(locale);
  const message = language?.templates.get(template);
  if (language === undefined || message === undefined) throw new Error(`no ${template} in ${locale}`);
  const values = valuesOf(about, names, language.labels);
  return { title: message.title(values), body: message.body(values) };
}

/** The templates that a language has. */
export function templatesIn(locale: Locale): Template[] {
  return [...(languages.get(locale)?.templates.keys() ?? [])] as Template[];
}

function valuesOf(about: Reference, names: Names, labels: Labels) {
  const nameOf = (id: OrganisationId | undefined) =>
    (id === undefined ? undefined : names.organisation(id)) ?? labels.unknown.organisation;
  return {
    number: about.number,
    category: labels.categories[about.category] ?? readable(about.category),
    office: names.office(about.region) ?? labels.unknown.office,
    agency: nameOf(about.agency),
    subAgency: nameOf(about.subAgency),
    executor: nameOf(about.executor),
    finishBy: about.finishBy === undefined ? undefined : new Date(about.finishBy),
    reason: about.reason === undefined ? undefined : (labels.reasons[about.reason] ?? readable(about.reason)),
  };
}

/** A text may begin with a name, and a name may be our word for an unknown one. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A code that the city's data does not label yet is shown as words. */
function readable(code: string): string {
  return code.replaceAll('_', ' ');
}

function load(locale: Locale): Language {
  const templates = Object.entries(read(`texts/${locale}.json`) as Record<string, Words>);
  return {
    labels: read(`jakarta/labels.${locale}.json`) as Labels,
    templates: new Map(
      templates.map(([name, { title, body }]) => [
        name,
        { title: message(title, locale), body: message(body, locale) },
      ]),
    ),
  };
}

function message(text: string, locale: Locale): Message {
  // A promised day is a date without a time: read and shown in one zone, it cannot slip to its neighbour.
  const formats = { date: { long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } } } as const;
  const format = new IntlMessageFormat(text, locale, formats);
  return (values) => capitalised(String(format.format(values)));
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
}
