import { Injectable } from '@nestjs/common';
import type { Rupiah } from '@jaki/kernel';
import { Database, Steps, type StepTaken } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { pause, reprice, resume, revise, submit, withdraw } from '../domain/decisions.js';
import { OfferNotFound } from '../domain/errors.js';
import type { OfferId } from '../domain/listing.js';
import { listingSteps, type StepRequest } from '../steps.js';
import { listingOfOffer } from '../store/listing.store.js';
import { saveOffers } from '../store/offer.store.js';
import { moveStock } from '../store/stock.store.js';
import { identified, type ListingDraft } from './listing-draft.js';

/** What an owner does about a listing after its first draft. */
@Injectable()
export class OwnListing {
  constructor(
    private readonly steps: Steps,
    private readonly db: Database<DB>,
  ) {}

  /** Changes its words and offers while it is not shown. @throws OfferNotFound when it names one that is not the listing's, OfferTwice, UnitFixed */
  revise(request: StepRequest & { readonly given: ListingDraft }): Promise<StepTaken> {
    const { title, description, category } = request.given;
    return this.steps.take(listingSteps, request, async (listing, by, tx) => {
      const { offers, stocked } = identified(request.given.offers, { own: listing.offers, at: by.at });
      const decision = revise(listing, { title, description, category, offers }, by);
      await saveOffers(tx, decision.next.id, offers);
      for (const [offerId, change] of stocked) await moveStock(tx, { offerId, change, reason: 'restocked', at: by.at });
      return decision;
    });
  }

  submit(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, submit);
  }

  pause(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, pause);
  }

  resume(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, resume);
  }

  withdraw(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(listingSteps, request, withdraw);
  }

  /** @throws OfferNotFound, ListingNotFound */
  async reprice(request: Omit<StepRequest, 'id'> & { offerId: OfferId; price: Rupiah }): Promise<StepTaken> {
    const id = await listingOfOffer(this.db.kysely, request.offerId);
    if (id === undefined) throw new OfferNotFound();
    return this.steps.take(listingSteps, { ...request, id }, (listing, by) => reprice(listing, request, by));
  }
}
