import { randomUUID } from 'node:crypto';
import { type Answer, codeOf, isRefusal } from '../ask.js';
import { fingerprint } from '../canonical-json.js';
import { NoAnswer } from '../patiently.js';
import { type NewListing } from './goods.js';
import { likenessOf } from './likeness.js';
import { type Listing, type ListingDetails, type Marketplace } from './marketplace.js';
import { type Outcome } from './outcome.js';

/** The platform's listings of the same business and title. */
export interface Namesakes {
  /** The one that is not withdrawn. */
  readonly there: Listing | undefined;
  readonly withdrawn: readonly string[];
}

/** Hands one listing in, unless it is there. */
export async function bringIn(
  marketplace: Marketplace,
  listing: NewListing,
  { there, withdrawn }: Namesakes,
): Promise<Outcome> {
  try {
    if (there !== undefined) return await look(marketplace, listing, there);
    // The platform remembers a key for a day: without those that were withdrawn in it, what was taken off and is
    // offered again would be answered with the listing of before.
    const key = fingerprint({ listing, withdrawn });
    const answer = await marketplace.ask('listings', { key, json: listing });
    const { id, number } = answer.body;
    if (answer.status !== 201 || typeof id !== 'string' || typeof number !== 'string') return notDone(answer);
    return await submit(marketplace, { id, number }, fingerprint({ submit: id, key }));
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unsettled', code: 'no_answer' };
    throw error;
  }
}

/** A draft that is as the file says is one that an earlier run could not hand in; any other is the seller's own work. */
async function look(marketplace: Marketplace, listing: NewListing, { id, number }: Listing): Promise<Outcome> {
  const answer = await marketplace.ask(`listings/${id}`);
  if (answer.status !== 200) return { kind: 'unsettled', code: codeOf(answer) };
  const details = answer.body as unknown as ListingDetails;
  const { inWords, inStock } = likenessOf(details, listing);
  // It was seen as a draft just now, perhaps handed in and revised before: an older answer would be none.
  if (details.state === 'draft' && inWords && inStock) return submit(marketplace, { id, number }, randomUUID());
  return { kind: inWords ? 'there' : 'there_otherwise', number };
}

async function submit(
  marketplace: Marketplace,
  { id, number }: Pick<Listing, 'id' | 'number'>,
  key: string,
): Promise<Outcome> {
  const answer = await marketplace.ask(`listings/${id}/submit`, { key, json: {} });
  return answer.status === 200 ? { kind: 'new', number } : notDone(answer);
}

function notDone(answer: Answer): Outcome {
  const code = codeOf(answer);
  if (!isRefusal(answer)) return { kind: 'unsettled', code };
  const { detail, errors } = answer.body;
  const faults = Array.isArray(errors) ? (errors as { pointer?: string; detail?: string }[]) : [];
  const places = faults.map(({ pointer = '', detail: what = '' }) => `${pointer} ${what}`);
  return { kind: 'refused', reason: [code, detail, ...places].join('; ') };
}
