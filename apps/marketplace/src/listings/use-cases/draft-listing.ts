import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@jaki/kernel';
import { Outbox } from '@jaki/messaging';
import { type By, Database, type StepTaken } from '@jaki/platform';
import type { BusinessId } from '../../businesses/domain/business.js';
import { BusinessNotFound } from '../../businesses/domain/errors.js';
import { sightOf } from '../../businesses/domain/who.js';
import { loadBusiness } from '../../businesses/store/business.store.js';
import { type DB } from '../../generated/db.js';
import { nextNumber } from '../../next-number.js';
import { draft } from '../domain/decisions.js';
import { toContracts } from '../published.js';
import { addListing } from '../store/listing.store.js';
import { moveStock } from '../store/stock.store.js';
import { identified, type ListingDraft } from './listing-draft.js';

/** An owner begins a listing. */
@Injectable()
export class DraftListing {
  constructor(
    private readonly db: Database<DB>,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessNotFound, OfferNotFound when it names one that is there already, and whatever the decision refuses */
  execute({
    businessId,
    given,
    actor,
    once,
  }: By & { businessId: BusinessId; given: ListingDraft }): Promise<StepTaken> {
    const at = this.clock.now();
    return this.db.transaction(
      async (tx) => {
        const seller = await loadBusiness(tx, businessId);
        if (seller === undefined || sightOf(seller, actor) === undefined) throw new BusinessNotFound();
        const { offers, stocked } = identified(given.offers, { own: [], at });
        const { title, description, category } = given;
        const known = { id: newId<'listing'>(at), number: await nextNumber(tx, 'listing'), seller };
        const asked = { title, description, category, ...known };
        const decision = draft({ ...asked, offers }, { actor, at });
        await addListing(tx, decision, at);
        for (const [offerId, change] of stocked) await moveStock(tx, { offerId, change, reason: 'restocked', at });
        await this.outbox.add(tx, toContracts(decision));
        const { id, number, state } = decision.next;
        return { id, number, state };
      },
      { once },
    );
  }
}
