import { type Cells, type Column, type NamedRow } from './columns.js';
import { type Fault, quoted } from './fault.js';
import { type Category, categoryCodes, isCategory, isUnit, type NewOffer, type Unit, unitCodes } from './goods.js';

/** One offer of a listing, as a row tells it. */
export interface OfferRow {
  readonly line: number;
  readonly title: string;
  /** Empty when an earlier row of the listing says it. */
  readonly description: string;
  readonly category: Category | '';
  readonly offer: NewOffer;
}

/** The most that a price or a quantity can be: the platform's own limit. */
const MOST = 1_000_000_000;

/** What a row says, or all that is wrong with it. */
export function readOffer({ line, cells }: NamedRow): OfferRow | readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (column: Column, reason: string) => void faults.push({ line, column, reason });
  const { title, description } = cells;
  const category = categoryIn(cells, fault);
  const unit = unitIn(cells, fault);
  if (title === '') fault('title', 'is empty');
  for (const [column, most] of [
    ['title', 120],
    ['description', 4000],
    ['offer', 100],
  ] as const) {
    const { length } = cells[column];
    if (length > most) fault(column, `has ${length} characters, ${most} at most are possible`);
  }
  const number = (column: Column, least: number) => numberIn(cells, column, { least, fault });
  const price = number('price', 1);
  if (cells.price === '') fault('price', 'is empty: whole rupiah for one unit are wanted');
  const quantities = { onHand: number('stock', 0), step: number('step', 1), minimum: number('minimum', 1) };
  if (unit === undefined || price === undefined || category === undefined || faults.length > 0) return faults;
  const name = cells.offer === '' ? {} : { name: cells.offer };
  return { line, title, description, category, offer: { ...name, unit, price, ...told(quantities) } };
}

type Say = (column: Column, reason: string) => void;

function categoryIn({ category }: Cells, fault: Say): Category | '' | undefined {
  if (category === '' || isCategory(category)) return category;
  fault('category', `${quoted(category)} is none of ${categoryCodes.join(', ')}`);
  return undefined;
}

function unitIn({ unit }: Cells, fault: Say): Unit | undefined {
  if (isUnit(unit)) return unit;
  fault('unit', `${quoted(unit)} is none of ${unitCodes.join(', ')}`);
  return undefined;
}

function numberIn(cells: Cells, column: Column, { least, fault }: { least: number; fault: Say }): number | undefined {
  const text = cells[column];
  if (text === '') return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= MOST) return number;
  fault(column, `${quoted(text)} is no whole number from ${least} to ${MOST}, in digits alone`);
  return undefined;
}

function told(numbers: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}
