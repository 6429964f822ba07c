import { type Stepped, type StepRequest as RequestOf } from '@jaki/platform';
import { type DB } from '../generated/db.js';
import type { Actor, Business, BusinessId, Decision } from './domain/business.js';
import { BusinessNotFound } from './domain/errors.js';
import { sightOf } from './domain/who.js';
import { toContracts } from './published.js';
import { loadBusiness, saveBusiness } from './store/business.store.js';

export type StepRequest = RequestOf<Actor>;

/** What all steps of a business that was applied for have in common. */
export const businessSteps: Stepped<DB, Actor, Business, Decision> = {
  async load(tx, id, actor) {
    const business = await loadBusiness(tx, id as BusinessId);
    if (business === undefined || sightOf(business, actor) === undefined) throw new BusinessNotFound();
    return business;
  },
  save: saveBusiness,
  announce: toContracts,
};
