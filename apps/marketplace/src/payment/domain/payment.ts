import type { Id, PersonId, RecipientSeal, Rupiah } from '@jaki/kernel';
import type { Actor } from '../../businesses/domain/business.js';
import type { State } from './states.js';

export type PaymentId = Id<'payment'>;
export type RefundId = Id<'refund'>;

/** What is true of a payment in every state; `version` counts the facts about it. */
interface Known {
  readonly id: PaymentId;
  /** What people call it by: `N000123`. */
  readonly number: string;
  readonly buyer: PersonId;
  readonly recipient?: RecipientSeal;
  /** What was asked for. */
  readonly amount: Rupiah;
  readonly expiresAt: Date;
  readonly version: number;
}

export type PaymentIn<S extends State> = Known & { readonly state: S };
export type Payment = { [S in State]: PaymentIn<S> }[State];

/** Money that is to go back, and why. */
export interface Refund {
  readonly id: RefundId;
  readonly amount: Rupiah;
  readonly reason: string;
  /** The order that it was for, when it was for one alone. */
  readonly orderId?: string;
}

/** What happened, without when. Each is called as its event is. */
export type FactBody =
  | { readonly type: 'requested' | 'paid' | 'expired' | 'failed' | 'cancelled' }
  | { readonly type: 'refund_requested' | 'refund_made' | 'refund_stuck'; readonly refund: Refund };

export type Fact = FactBody & { readonly version: number; readonly at: Date };

/** What a step leads to: the payment after it, and what there is to tell. */
export interface PaymentDecision<Next extends Payment = Payment> {
  readonly next: Next;
  readonly facts: readonly Fact[];
}

/** The platform itself, for steps that a deadline or the acquirer takes. No token gives anybody that role. */
export const platform: Actor = { id: 'platform' as PersonId, roles: ['platform'] };

export function isPlatform({ roles }: Actor): boolean {
  return roles.includes('platform');
}
