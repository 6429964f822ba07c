import { type Stepped, type StepRequest as RequestOf } from '@jaki/platform';
import type { Actor } from '../businesses/domain/business.js';
import { type DB } from '../generated/db.js';
import { ListingNotFound } from './domain/errors.js';
import type { Decision, Listing, ListingId } from './domain/listing.js';
import { sightOf } from './domain/who.js';
import { toContracts } from './published.js';
import { loadListing, saveListing } from './store/listing.store.js';

export type StepRequest = RequestOf<Actor>;

/** What all steps of a listing that was drafted have in common. */
export const listingSteps: Stepped<DB, Actor, Listing, Decision> = {
  async load(tx, id, actor) {
    const listing = await loadListing(tx, id as ListingId);
    if (listing === undefined || sightOf(listing, actor) === undefined) throw new ListingNotFound();
    return listing;
  },
  save: saveListing,
  announce: toContracts,
};
