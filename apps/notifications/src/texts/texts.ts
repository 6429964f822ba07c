import { Injectable } from '@nestjs/common';
import { assertNever, formatRupiah, rupiah } from '@jaki/kernel';
import { CityData } from '@jaki/regions';
import { type Names } from '../organisations/store/organisations.js';
import { type Reference, type Word } from '../telling/domain/notices.js';
import { type Language, languagesOf, type Values } from './languages.js';
import { type Locale } from './locale.js';

/** A notice as it is stored. */
export interface Told {
  /** The type of the event that it tells of; the context that it begins with has the texts. */
  readonly event: string;
  readonly template: string;
  readonly about: Reference;
}

/** The words of notices, with what this city calls its things. */
@Injectable()
export class Texts {
  readonly #contexts = languagesOf();

  constructor(private readonly city: CityData) {}

  /**
   * Writes a notice in a language, with the names that hold now. One that today's texts cannot say, since they were
   * changed after it was stored, is called by its subject alone: it must not make a whole inbox unreadable.
   */
  render(locale: Locale, { event, template, about }: Told, names: Names): { title: string; body: string } {
    const [context = ''] = event.split('.');
    const language = this.#contexts.get(context)?.get(locale);
    const message = language?.templates.get(template);
    if (language === undefined || message === undefined) return { title: about.subject.label, body: '' };
    const values = this.#valuesOf(about, names, language);
    return { title: message.title(values) ?? about.subject.label, body: message.body(values) ?? '' };
  }

  /** The templates that a context has in a language. */
  templatesIn(context: string, locale: Locale): string[] {
    return [...(this.#contexts.get(context)?.get(locale)?.templates.keys() ?? [])];
  }

  #valuesOf({ subject, words }: Reference, names: Names, language: Language): Values {
    const spoken = Object.entries(words).map(([name, word]) => [name, this.#valueOf(word, names, language)]);
    return { label: subject.label, ...(Object.fromEntries(spoken) as Values) };
  }

  #valueOf(word: Word, names: Names, { locale, unknown }: Language): string | Date {
    if ('organisation' in word) return names.organisation(word.organisation) ?? unknown.organisation;
    if ('office' in word) return names.office(word.office) ?? unknown.office;
    if ('code' in word) return this.#label(word, locale);
    if ('day' in word) return new Date(word.day);
    if ('rupiah' in word) return formatRupiah(rupiah(word.rupiah));
    return assertNever(word);
  }

  /** A code of the city's as it stands within a sentence. One that the city does not label yet is shown as words. */
  #label({ list, code }: { list: string; code: string }, locale: Locale): string {
    const label = this.city.named(list).find((each) => each.code === code)?.label[locale];
    return label === undefined ? code.replaceAll('_', ' ') : withinSentence(label);
  }
}

/** A label begins with a capital, which a word within a sentence does not, unless it is all capitals. */
function withinSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
