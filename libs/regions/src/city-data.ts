import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jakarta, loadRegions } from './load-regions.js';
import { type Regions } from './regions.js';

/** A code of the city's with its name in both languages. */
export interface Named {
  readonly code: string;
  readonly label: { readonly id: string; readonly en: string };
}

/** `city.json`: what a city has its own rule for. */
interface CityRules {
  readonly code: string;
  readonly numberPrefix: string;
  readonly timeZone: string;
  readonly phoneCountry: string;
  readonly loginText: string;
}

/** Everything that one city brings, in one folder; another city is another folder, and no other code. Inject one. */
export class CityData implements CityRules {
  readonly regions: Regions;
  /** A word for the city itself, such as `jakarta`: ids of its data set are made with it. */
  readonly code: string;
  /** What the numbers begin with that people speak of. */
  readonly numberPrefix: string;
  /** By its IANA name. */
  readonly timeZone: string;
  /** Which country a phone number without one is of, in two letters. */
  readonly phoneCountry: string;
  /** What the text message with a one-time code says; `{code}` stands for it. */
  readonly loginText: string;
  readonly #lists = new Map<string, readonly Named[]>();

  /** @throws TypeError when the folder is no city's */
  constructor(readonly folder: URL) {
    const rules = this.read('city.json') as CityRules;
    this.code = rules.code;
    this.numberPrefix = rules.numberPrefix;
    this.timeZone = rules.timeZone;
    this.phoneCountry = rules.phoneCountry;
    this.loginText = rules.loginText;
    refuseUnlessSound(rules, folder);
    this.regions = loadRegions(folder);
  }

  /** A list of the city's codes, `<list>.json`: `categories`, `rejection-reasons`. @throws TypeError when it is none */
  named(list: string): readonly Named[] {
    const known = this.#lists.get(list);
    if (known !== undefined) return known;
    const { items } = this.read(`${list}.json`) as { items?: readonly Named[] };
    if (items === undefined) throw new TypeError(`${list}.json of ${this.folder.href} has no items`);
    this.#lists.set(list, items);
    return items;
  }

  /** A file of the city's folder, as JSON. */
  read(file: string): unknown {
    return JSON.parse(readFileSync(new URL(file, this.folder), 'utf8'));
  }
}

/** Opens the data of a city. @param folder its path; Jakarta's unless told */
export function openCity(folder?: string): CityData {
  return new CityData(folder === undefined ? jakarta : pathToFileURL(`${resolve(folder)}/`));
}

function refuseUnlessSound(rules: CityRules, folder: URL): void {
  const { code, numberPrefix, timeZone, phoneCountry, loginText } = rules;
  const faults = [
    ...(/^[a-z][a-z0-9-]*$/.test(code) ? [] : ['code']),
    ...(/^[A-Z]{0,8}$/.test(numberPrefix) ? [] : ['numberPrefix']),
    ...(isTimeZone(timeZone) ? [] : ['timeZone']),
    ...(/^[A-Z]{2}$/.test(phoneCountry) ? [] : ['phoneCountry']),
    ...(loginText.includes('{code}') ? [] : ['loginText']),
  ];
  if (faults.length > 0) throw new TypeError(`city.json of ${folder.href} has no right ${faults.join(', ')}`);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
