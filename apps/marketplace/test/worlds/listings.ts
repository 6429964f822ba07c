import { rupiah } from '@jaki/kernel';
import type { Actor, BusinessId } from '../../src/businesses/domain/business.js';
import {
  approve,
  pause,
  refuse,
  reprice,
  resume,
  revise,
  submit,
  withdraw,
} from '../../src/listings/domain/decisions.js';
import type {
  Decision,
  Listing,
  ListingId,
  ListingIn,
  Offer,
  OfferId,
  Seller,
} from '../../src/listings/domain/listing.js';
import { type State, states } from '../../src/listings/domain/states.js';
import { type By, type Command } from '../../src/listings/domain/workflow.js';
import { actors, AT, REGION, uuid } from '../world.js';

// One listing in each state, and everybody who might want something of it.
export const allStates = Object.keys(states) as State[];

export const people = {
  ...actors,
  /** Sits in the office that checks the region, and in private life owns the business. */
  ownerInOffice: { ...actors.kelurahan, id: actors.owner.id },
} satisfies Record<string, Actor>;

const { id: owner, recipient } = actors.owner;
export const seller: Seller = {
  id: uuid(10) as BusinessId,
  name: 'Warung Bu Sri',
  owner,
  region: REGION,
  state: 'verified',
  recipient,
};

export const offer: Offer = {
  id: uuid(21) as OfferId,
  unit: 'porsi',
  price: rupiah(25_000),
  step: 1n,
  minimum: 1n,
};

export const words = { title: 'Soto Betawi', description: 'Kuah santan.', category: 'prepared_food' } as const;

export const known = { ...words, id: uuid(20) as ListingId, number: 'L000001', seller, offers: [offer] };

/** The owner's listing in a state. */
export function listingIn<S extends State>(state: S, of: Partial<Listing> = {}): ListingIn<S> {
  return { ...known, version: 3, ...of, state };
}

export type Later = Exclude<Command, 'draft'>;

const decisions: Record<Later, (listing: Listing, by: By) => Decision> = {
  revise: (listing, by) => revise(listing, { ...words, title: 'Soto Tangkar', offers: [offer] }, by),
  submit,
  approve,
  refuse,
  pause,
  resume,
  reprice: (listing, by) => reprice(listing, { offerId: offer.id, price: rupiah(27_000) }, by),
  withdraw,
};

export const commands = Object.keys(decisions) as Later[];

/** Takes a step after the draft. */
export function attempt(command: Later, listing: Listing, actor: Actor): Decision {
  return decisions[command](listing, { actor, at: AT, note: 'alasan' });
}
