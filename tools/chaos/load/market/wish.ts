import { type Actor } from '../people.js';

/** Everything that people ask of the marketplace, and by which route. */
const paths = {
  apply: () => 'businesses',
  verify: (on) => `businesses/${on}/verify`,
  registerCode: (on) => `businesses/${on}/qris`,
  draft: () => 'listings',
  submit: (on) => `listings/${on}/submit`,
  approve: (on) => `listings/${on}/approve`,
  restock: (on) => `offers/${on}/stock`,
  fill: () => 'basket/lines',
  checkOut: () => 'checkouts',
  giveUp: (on) => `checkouts/${on}/cancel`,
  cancel: (on) => `orders/${on}/cancel`,
  accept: (on) => `orders/${on}/accept`,
  decline: (on) => `orders/${on}/decline`,
  ready: (on) => `orders/${on}/ready`,
  callOff: (on) => `orders/${on}/call-off`,
  handOver: (on) => `orders/${on}/hand-over`,
  complete: (on) => `orders/${on}/complete`,
} as const satisfies Readonly<Record<string, (on: string) => string>>;

export type MarketKind = keyof typeof paths;

/** What somebody wants to be done. */
export interface Wish {
  readonly kind: MarketKind;
  readonly who: Actor;
  /** The id of the business, listing, offer, checkout or order that it is about. */
  readonly on?: string;
  /** Given the id of the operation, so that it can be found again by it. */
  readonly body?: (id: string) => object;
}

export function pathOf({ kind, on = '' }: Pick<Wish, 'kind' | 'on'>): string {
  return `/v1/${paths[kind](on)}`;
}

/** As paths of routes; the last is where the acquirer tells of payments. */
export const marketRoutes: readonly string[] = [
  ...(Object.keys(paths) as MarketKind[]).map((kind) => pathOf({ kind, on: '1' })),
  '/v1/payments/callback',
];
