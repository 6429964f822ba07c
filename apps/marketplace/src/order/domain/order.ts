import type { FactStamp, Id, PersonId, RecipientSeal, RegionCode, Rupiah } from '@jaki/kernel';
import type { BusinessId } from '../../businesses/domain/business.js';
import type { PaymentId } from '../../payment/domain/payment.js';
import type { State } from './states.js';

export type OrderId = Id<'order'>;

/** Whose order it is to fulfil. */
export interface Seller {
  readonly id: BusinessId;
  readonly owner: PersonId;
  readonly region: RegionCode;
  readonly recipient?: RecipientSeal;
}

/** What is true of an order in every state; `version` counts the facts about it. */
interface Known {
  readonly id: OrderId;
  /** What people call it by: `P000123`. */
  readonly number: string;
  readonly paymentId: PaymentId;
  readonly seller: Seller;
  readonly buyer: PersonId;
  readonly recipient?: RecipientSeal;
  readonly amount: Rupiah;
  /** What the seller pays for being paid by QRIS. */
  readonly mdr: Rupiah;
  /** The buyer has it and says it to the seller. */
  readonly pickupCode: string;
  /** When its payment came; absent while it never did: then its seller does not know of it. */
  readonly paidAt?: Date;
  /** When the step that nobody takes is taken by itself. */
  readonly dueAt?: Date;
  readonly version: number;
}

export type OrderIn<S extends State> = Known & { readonly state: S };
export type Order = { [S in State]: OrderIn<S> }[State];

/** What happened, without when and by whom. Each is called as its event is. */
export interface FactBody {
  readonly type:
    | 'placed'
    | 'paid'
    | 'expired'
    | 'cancelled'
    | 'accepted'
    | 'declined'
    | 'lapsed'
    | 'called_off'
    | 'ready'
    | 'handed_over'
    | 'completed'
    | 'uncollected';
}

export type Fact = FactBody & FactStamp;

/** What follows for goods and money. */
export interface Consequences {
  /** `release`: what was held is free again; `consume`: it is sold; `return`: it goes back into the stock. */
  readonly goods?: 'release' | 'consume' | 'return';
  /** The buyer's money goes back, for this reason. */
  readonly refund?: string;
  /** The seller has earned it. */
  readonly earned?: true;
}

/** What a step leads to: the order after it, what there is to tell, and what follows. */
export interface OrderDecision<Next extends Order = Order> extends Consequences {
  readonly next: Next;
  readonly facts: readonly Fact[];
}
