import type { Authority } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import { isOwnerOf, verifies } from '../../businesses/domain/who.js';
import type { Listing } from './listing.js';

/** As what somebody sees a listing. */
export type Sight = 'owner' | 'checker' | 'public';

/** As what the viewer may see it, or undefined when to them it does not exist. A draft is its owner's alone. */
export function sightOf({ seller, state }: Pick<Listing, 'seller' | 'state'>, viewer?: Actor): Sight | undefined {
  if (viewer !== undefined && isOwnerOf(viewer, seller)) return 'owner';
  if (viewer !== undefined && state !== 'draft' && verifies(viewer, seller)) return 'checker';
  return state === 'published' && seller.state === 'verified' ? 'public' : undefined;
}

/** Who may take a step, by the names of the workflow table. */
export const authorities = {
  owner: {
    refusal: 'not_the_owner',
    may: (actor, listing) => listing !== undefined && isOwnerOf(actor, listing.seller),
  },
  // Nobody passes what is their own.
  checker: {
    refusal: 'not_the_checker',
    may: (actor, listing) =>
      listing !== undefined && verifies(actor, listing.seller) && actor.id !== listing.seller.owner,
  },
} as const satisfies Record<string, Authority<Actor, Listing>>;
