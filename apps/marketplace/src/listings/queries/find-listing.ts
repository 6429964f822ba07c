import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import type { Actor } from '../../businesses/domain/business.js';
import { type DB } from '../../generated/db.js';
import { ListingNotFound } from '../domain/errors.js';
import type { ListingId } from '../domain/listing.js';
import { units } from '../domain/units.js';
import { type Sight, sightOf } from '../domain/who.js';
import { findListing } from '../store/listing.store.js';
import { offerOf } from '../store/offer.store.js';
import { summaries, summaryOf } from './summaries.js';
import { type ListingDetailsView, type ListingHistoryView, type OfferView } from './views.dto.js';

/** One listing for whoever may see it. */
@Injectable()
export class FindListing {
  constructor(private readonly db: Database<DB>) {}

  /** @throws ListingNotFound */
  async execute(id: ListingId, viewer: Actor | undefined): Promise<ListingDetailsView> {
    const seenAs = await this.#seenAs(id, viewer);
    const row = await summaries(this.db.kysely)
      .select('listing.description')
      .where('listing.id', '=', id)
      .executeTakeFirstOrThrow();
    return { ...summaryOf(row), description: row.description, offers: await this.#offersOf(id), seenAs };
  }

  /** @throws ListingNotFound also when the viewer sees it as everybody does */
  async history(id: ListingId, viewer: Actor): Promise<ListingHistoryView> {
    if ((await this.#seenAs(id, viewer)) === 'public') throw new ListingNotFound();
    const rows = await this.db.kysely
      .selectFrom('listing_history')
      .select(['version', 'type', 'state', 'at', 'organisation as organisationId', 'note'])
      .where('listing_id', '=', id)
      .orderBy('version')
      .execute();
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  async #seenAs(id: ListingId, viewer: Actor | undefined): Promise<Sight> {
    const listing = await findListing(this.db.kysely, id);
    const seenAs = listing && sightOf(listing, viewer);
    if (seenAs === undefined) throw new ListingNotFound();
    return seenAs;
  }

  async #offersOf(id: ListingId): Promise<OfferView[]> {
    const rows = await this.db.kysely
      .selectFrom('offer')
      .innerJoin('stock', 'stock.offer_id', 'offer.id')
      .selectAll()
      .where('listing_id', '=', id)
      .orderBy('n')
      .execute();
    return rows.map((row) => {
      const { id: offerId, name = null, unit, price, step, minimum } = offerOf(row);
      const { base, per } = units[unit];
      const numbers = { price: Number(price), step: Number(step), minimum: Number(minimum), per: Number(per) };
      return { id: offerId, name, unit, base, ...numbers, free: Number(row.on_hand - row.reserved) };
    });
  }
}
