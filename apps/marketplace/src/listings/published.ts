import {
  announce,
  type Announcement,
  listingDrafted,
  listingPaused,
  listingPublished,
  listingRefused,
  listingRepriced,
  listingResumed,
  listingRevised,
  listingSubmitted,
  listingWithdrawn,
} from '@jaki/contracts';
import { defined } from '@jaki/kernel';
import type { Decision, Fact, Listing } from './domain/listing.js';

/** All that the world is told about a decision: no words, no price, no reason, no owner. */
export function toContracts({ next, facts }: Decision): Announcement[] {
  return facts.map((fact) => toContract(next, fact));
}

function toContract(listing: Listing, { type, version, at }: Fact): Announcement {
  const { id: listingId, number, category, state, seller } = listing;
  const { id: businessId, region, recipient } = seller;
  const data = { listingId, number, businessId, category, region, state, ...defined({ recipient }) };
  return announce(events[type], { sequence: version, time: at, data });
}

const events = {
  drafted: listingDrafted,
  revised: listingRevised,
  submitted: listingSubmitted,
  published: listingPublished,
  refused: listingRefused,
  paused: listingPaused,
  resumed: listingResumed,
  repriced: listingRepriced,
  withdrawn: listingWithdrawn,
} as const satisfies Record<Fact['type'], unknown>;
