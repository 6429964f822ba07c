import { type NamedRow } from './columns.js';
import { type Fault, quoted } from './fault.js';
import { type NewListing } from './goods.js';
import { type OfferRow, readOffer } from './offer-row.js';

/** A listing as the file tells it. */
export interface Draft {
  /** The first of its rows. */
  readonly line: number;
  readonly listing: NewListing;
}

export interface Catalogue {
  readonly drafts: readonly Draft[];
  readonly faults: readonly Fault[];
}

/** @returns the id of the business that a row names, or why there is none */
export type Whose = (business: string) => { readonly id: string } | { readonly reason: string };

const MOST_OFFERS = 100;

/**
 * Puts the rows of one business and title together. A listing goes in as a whole or not at all: one that lacks an offer
 * would be taken for there when the corrected file comes.
 */
export function catalogueOf(rows: readonly NamedRow[], whose: Whose): Catalogue {
  const faults: Fault[] = [];
  const groups = new Map<string, { businessId: string; rows: NamedRow[] }>();
  for (const row of rows) {
    const owner = whose(row.cells.business);
    if ('reason' in owner) faults.push({ line: row.line, column: 'business', reason: owner.reason });
    const businessId = 'id' in owner ? owner.id : row.cells.business;
    // Without a title nobody can tell what it belongs to.
    const key = JSON.stringify([businessId, row.cells.title || row.line]);
    const group = groups.get(key) ?? { businessId, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const unowned = new Set(faults.map(({ line }) => line));
  const read = [...groups.values()].map((group) => draftOf(group, unowned));
  const drafts = read.flatMap((one) => ('listing' in one ? [one] : []));
  const others = read.flatMap((one) => ('listing' in one ? [] : one));
  return { drafts, faults: [...faults, ...others].sort((one, other) => one.line - other.line) };
}

interface Group {
  readonly businessId: string;
  readonly rows: readonly NamedRow[];
}

function draftOf({ businessId, rows }: Group, unowned: ReadonlySet<number>): Draft | readonly Fault[] {
  const read = rows.map(readOffer);
  const offers = read.flatMap((row) => ('offer' in row ? [row] : []));
  const faults = [...read.flatMap((row) => ('offer' in row ? [] : row)), ...faultsAmong(offers, rows.length)];
  const [first] = offers;
  const owned = rows.every(({ line }) => !unowned.has(line));
  if (first === undefined || first.category === '' || !owned || faults.length > 0) {
    return [...faults, ...heldBack(rows, new Set([...unowned, ...faults.map(({ line }) => line)]))];
  }
  const { line, title, description, category } = first;
  return { line, listing: { businessId, title, description, category, offers: offers.map(({ offer }) => offer) } };
}

/** What is wrong between the rows of one listing, each of them being right. */
function faultsAmong(rows: readonly OfferRow[], all: number): Fault[] {
  // Which of them is the first is known only when all can be read.
  if (rows.length < all) return [];
  return [...words(rows), ...names(rows)];
}

function words([first, ...later]: readonly OfferRow[]): Fault[] {
  return (['description', 'category'] as const).flatMap((column): Fault[] => {
    const said = first?.[column] ?? '';
    if (first !== undefined && said === '') return [{ line: first.line, column, reason: 'is empty' }];
    const others = later.filter((row) => row[column] !== '' && row[column] !== said);
    const reason = `is another than on line ${String(first?.line)}, which is of the same listing: leave it empty`;
    return others.map(({ line }) => ({ line, column, reason }));
  });
}

function names(rows: readonly OfferRow[]): Fault[] {
  const column = 'offer';
  if (rows.length === 1) return [];
  const seen = new Set<string>();
  return rows.flatMap(({ line, offer: { name } }, index): Fault[] => {
    if (index >= MOST_OFFERS) return [{ line, reason: `a listing has ${MOST_OFFERS} offers at most` }];
    if (name === undefined)
      return [{ line, column, reason: 'is empty: several offers of one listing each have a name' }];
    const again = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return again ? [{ line, column, reason: `${quoted(name)} is there twice in this listing` }] : [];
  });
}

function heldBack(rows: readonly NamedRow[], wrong: ReadonlySet<number>): Fault[] {
  const lines = rows.map(({ line }) => line).filter((line) => wrong.has(line));
  const reason = `left out as line ${lines.join(', ')} of the same listing is wrong`;
  return rows.filter(({ line }) => !wrong.has(line)).map(({ line }) => ({ line, reason }));
}
