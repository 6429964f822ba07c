import { Injectable } from '@nestjs/common';
import { Clock } from '@jaki/kernel';
import { Database } from '@jaki/platform';
import { City } from '../../city/city.js';
import { type DB } from '../../generated/db.js';
import type { Actor, Business, BusinessId } from '../domain/business.js';
import { BusinessNotFound } from '../domain/errors.js';
import { lackingProofs } from '../domain/proofs.js';
import { type Sight, sightOf } from '../domain/who.js';
import { businessOf } from '../store/business.store.js';
import { type ApplicationView, type BusinessDetailsView, type BusinessHistoryView } from './views.dto.js';

/** One business for whoever may see it. */
@Injectable()
export class FindBusiness {
  constructor(
    private readonly db: Database<DB>,
    private readonly city: City,
    private readonly clock: Clock,
  ) {}

  /** @throws BusinessNotFound */
  async execute(id: BusinessId, viewer: Actor | undefined): Promise<BusinessDetailsView> {
    const { business, seenAs } = await this.#seen(id, viewer);
    const { number, name, kind, region, state, kbli } = business;
    const application = seenAs === 'public' ? null : this.#applicationOf(business);
    return { id, number, name, kind, region, state, kbli, seenAs, application };
  }

  /** @throws BusinessNotFound also when the viewer sees it as everybody does */
  async history(id: BusinessId, viewer: Actor): Promise<BusinessHistoryView> {
    const { seenAs } = await this.#seen(id, viewer);
    if (seenAs === 'public') throw new BusinessNotFound();
    const rows = await this.db.kysely
      .selectFrom('business_history')
      .select(['version', 'type', 'state', 'at', 'organisation as organisationId', 'note'])
      .where('business_id', '=', id)
      .orderBy('version')
      .execute();
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  async #seen(id: BusinessId, viewer: Actor | undefined): Promise<{ business: Business; seenAs: Sight }> {
    const row = await this.db.kysely.selectFrom('business').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new BusinessNotFound();
    const business = businessOf(row);
    const seenAs = sightOf(business, viewer);
    if (seenAs === undefined) throw new BusinessNotFound();
    return { business, seenAs };
  }

  #applicationOf(business: Business): ApplicationView {
    const { nib = null, risk } = business;
    const proofs = business.proofs.map(({ kind, number, validUntil = null }) => ({ kind, number, validUntil }));
    return { nib, risk, proofs, lacking: [...lackingProofs(business, this.city.dayOf(this.clock.now()))] };
  }
}
