import type { Authority } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import { isOwnerOf } from '../../businesses/domain/who.js';
import { isPlatform } from '../../payment/domain/payment.js';
import type { Order } from './order.js';

export function isBuyerOf({ id, organisation }: Actor, { buyer }: Pick<Order, 'buyer'>): boolean {
  return organisation === undefined && id === buyer;
}

/** As what somebody sees an order, or undefined when to them it does not exist. A seller sees it once it is paid. */
export function sightOf(
  order: Pick<Order, 'buyer' | 'seller' | 'paidAt'>,
  viewer: Actor,
): 'buyer' | 'seller' | undefined {
  if (isBuyerOf(viewer, order)) return 'buyer';
  return order.paidAt !== undefined && isOwnerOf(viewer, order.seller) ? 'seller' : undefined;
}

/** Who may take a step, by the names of the workflow table. */
export const authorities = {
  citizen: { refusal: 'not_a_citizen', may: ({ organisation, roles }) => !organisation && roles.includes('citizen') },
  buyer: { refusal: 'not_the_buyer', may: (actor, order) => order !== undefined && isBuyerOf(actor, order) },
  seller: { refusal: 'not_the_seller', may: (actor, order) => order !== undefined && isOwnerOf(actor, order.seller) },
  platform: { refusal: 'not_the_platform', may: isPlatform },
} as const satisfies Record<string, Authority<Actor, Order>>;
