import { type Operation } from '../journal.js';
import { type Actor } from '../people.js';
import { type Desk } from './desk.js';
import { type MarketKind } from './wish.js';

export interface PaidOrder {
  readonly id: string;
  readonly seller: Actor;
  readonly buyer: Actor;
}

const because = { reason: 'habis' };

/** What becomes of a paid order: it is fetched, or one of the two ends it, sometimes both at the same moment. */
export async function fulfil(desk: Desk, order: PaidOrder): Promise<void> {
  const steps = new Steps(desk, order);
  const chance = desk.random.next();
  if (chance < 0.1) await Promise.all([steps.byBuyer('cancel'), steps.bySeller('accept')]);
  else if (chance < 0.2) await steps.bySeller('decline', because);
  else if (chance < 0.3) await steps.byBuyer('cancel');
  else await steps.bySeller('accept');
  if (chance < 0.3) return;
  if (chance < 0.4) await steps.bySeller('callOff', because);
  else await steps.handOver();
}

class Steps {
  constructor(
    private readonly desk: Desk,
    private readonly order: PaidOrder,
  ) {}

  bySeller(kind: MarketKind, body: object = {}): Promise<Operation> {
    return this.desk.do({ kind, who: this.order.seller, on: this.order.id, body: () => body });
  }

  byBuyer(kind: MarketKind): Promise<Operation> {
    return this.desk.do({ kind, who: this.order.buyer, on: this.order.id });
  }

  /** For the code that the buyer shows; not every buyer says afterwards that it is as it should be. */
  async handOver(): Promise<void> {
    const { desk, order } = this;
    await this.bySeller('ready');
    const shown = await desk.ask<{ pickupCode: string | null }>(order.buyer, `orders/${order.id}`);
    await this.bySeller('handOver', { code: shown?.pickupCode ?? '000000' });
    if (desk.random.chance(0.8)) await this.byBuyer('complete');
  }
}
