import { readFileSync } from 'node:fs';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { CityData } from '@jaki/regions';
import { Injectable } from '@nestjs/common';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Reference, type Template } from '../telling/domain/notices.js';
import { type Locale, locales } from './locale.js';

/** What organisations are called, as far as this service knows them. */
export interface Names {
  organisation(id: OrganisationId): string | undefined;
  /** The office of a kelurahan. */
  office(region: RegionCode): string | undefined;
}

interface Told {
  readonly template: string;
  readonly about: Reference;
}

interface Words {
  readonly title: string;
  readonly body: string;
}
interface Unknown {
  readonly office: string;
  readonly organisation: string;
}
type Message = (values: Record<string, string | Date | undefined>) => string;
interface Language {
  readonly locale: Locale;
  readonly unknown: Unknown;
  readonly templates: ReadonlyMap<string, { readonly title: Message; readonly body: Message }>;
}

/** The words of notices, with what this city calls its things. */
@Injectable()
export class Texts {
  readonly #languages = new Map(locales.map((locale) => [locale, load(locale)]));

  constructor(private readonly city: CityData) {}

  /**
   * Writes a notice in a language, with the names that hold now.
   *
   * @throws Error when the language has no such template: the tests see to it that each has all
   */
  render(locale: Locale, { template, about }: Told, names: Names): Words {
    const language = this.#languages.get(locale);
    const message = language?.templates.get(template);
    if (language === undefined || message === undefined) throw new Error(`no ${template} in ${locale}`);
    const values = this.#valuesOf(about, names, language);
    return { title: message.title(values), body: message.body(values) };
  }

  /** The templates that a language has. */
  templatesIn(locale: Locale): Template[] {
    return [...(this.#languages.get(locale)?.templates.keys() ?? [])] as Template[];
  }

  #valuesOf(about: Reference, names: Names, { locale, unknown }: Language) {
    const nameOf = (id: OrganisationId | undefined) =>
      (id === undefined ? undefined : names.organisation(id)) ?? unknown.organisation;
    return {
      number: about.number,
      category: this.#label('categories', about.category, locale),
      office: names.office(about.region) ?? unknown.office,
      agency: nameOf(about.agency),
      subAgency: nameOf(about.subAgency),
      executor: nameOf(about.executor),
      finishBy: about.finishBy === undefined ? undefined : new Date(about.finishBy),
      reason: about.reason === undefined ? undefined : this.#label('rejection-reasons', about.reason, locale),
    };
  }

  /** A code of the city's as it stands within a sentence. One that the city does not label yet is shown as words. */
  #label(list: string, code: string, locale: Locale): string {
    const label = this.city.named(list).find((each) => each.code === code)?.label[locale];
    return label === undefined ? code.replaceAll('_', ' ') : withinSentence(label);
  }
}

/** A label begins with a capital, which a word within a sentence does not, unless it is all capitals. */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** A text may begin with a name, and a name may be our word for an unknown one. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function load(locale: Locale): Language {
  const templates = Object.entries(read(`texts/${locale}.json`) as Record<string, Words>);
  return {
    locale,
    unknown: (read('texts/unknown.json') as Record<Locale, Unknown>)[locale],
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
