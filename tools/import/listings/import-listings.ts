import { inParallel } from '../in-parallel.js';
import { bringIn, type Namesakes } from './bring-in.js';
import { type Draft } from './catalogue.js';
import { type NewListing } from './goods.js';
import { type Listing, type Marketplace } from './marketplace.js';
import { type Outcome } from './outcome.js';

/** Few enough to leave the service to others, enough to hide the way there and back. */
const LANES = 4;
const ENOUGH = 'too_many_requests';

/**
 * Brings each listing in that is not there yet. Runs again without harm: what is there is found by its business and
 * title, and what a lost answer hid by its key.
 *
 * @param told called after each listing
 * @returns what became of each, in the order of the drafts
 * @throws CannotImport, NoAnswer when what is there cannot be learnt
 */
export async function importListings(
  drafts: readonly Draft[],
  marketplace: Marketplace,
  told: () => void = () => undefined,
): Promise<Outcome[]> {
  const namesakes = namesakesIn(await marketplace.listings());
  let enough = false;
  return inParallel(drafts, LANES, async ({ listing }) => {
    // Once the day's quota is used up, asking on only wears on the seller's patience.
    const outcome: Outcome = enough
      ? { kind: 'unsettled', code: ENOUGH }
      : await bringIn(marketplace, listing, namesakes(listing));
    enough ||= outcome.kind === 'unsettled' && outcome.code === ENOUGH;
    told();
    return outcome;
  });
}

function namesakesIn(listings: readonly Listing[]): (listing: NewListing) => Namesakes {
  const found = Map.groupBy(listings, nameOf);
  return (listing) => {
    const all = found.get(nameOf(listing)) ?? [];
    const withdrawn = all.filter(({ state }) => state === 'withdrawn').map(({ id }) => id);
    return { there: all.find(({ state }) => state !== 'withdrawn'), withdrawn };
  };
}

function nameOf({ businessId, title }: { readonly businessId: string; readonly title: string }): string {
  return JSON.stringify([businessId, title.normalize('NFC')]);
}
