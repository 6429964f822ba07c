import { setTimeout as sleep } from 'node:timers/promises';
import { type Operation } from '../journal.js';
import { type Actor } from '../people.js';
import { type Acquirer } from './acquirer.js';
import { type Desk } from './desk.js';
import { fulfil, type PaidOrder } from './fulfil.js';
import { type Offer } from './stalls.js';

export interface Surroundings {
  readonly desk: Desk;
  readonly acquirer: Acquirer;
  /** What can be ordered now. */
  readonly offers: () => readonly Offer[];
}

export interface Checkout {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly orders: readonly { readonly id: string; readonly businessId: string }[];
}

const LOOKS = 12;
const LOOK_EVERY_MS = 250;

/** One buyer, who buys again and again, and does not always do what they are expected to. */
export class Shopper {
  constructor(
    private readonly who: Actor,
    private readonly of: Surroundings,
  ) {}

  /** From the shelf to the hand-over, or as far as it goes. */
  async shop(): Promise<void> {
    const { desk } = this.of;
    const { who } = this;
    await desk.ask(who, 'listings?region=31.71');
    const offers = desk.random.shuffled(this.of.offers()).slice(0, desk.random.between(1, 2));
    for (const { id } of offers) await this.fill(id, desk.random.between(1, 2));
    const checkedOut = await desk.do({ kind: 'checkOut', who });
    // Who is told that there is too little takes it out again, or tries once more with what comes next.
    if (checkedOut.outcome === 'fail') for (const { id } of offers) await this.fill(id, 0);
    const checkout = await this.#seen(checkedOut);
    if (checkout === undefined) return;
    await this.#settle(checkout);
    if (!(await this.#isPaid(checkout.id))) return;
    for (const order of checkout.orders) await this.#fetch(order);
  }

  /** One of it, paid as asked for. @returns undefined when it does not come to that */
  async buy({ id, seller }: Offer): Promise<PaidOrder | undefined> {
    const { desk, acquirer } = this.of;
    await this.fill(id, 1);
    const checkout = await this.#seen(await desk.do({ kind: 'checkOut', who: this.who }));
    if (checkout === undefined || !(await acquirer.pay(checkout.id))) return undefined;
    const [order] = (await this.#isPaid(checkout.id)) ? checkout.orders : [];
    return order && { id: order.id, seller, buyer: this.who };
  }

  #seen({ outcome, aggregateId }: Operation): Promise<Checkout | undefined> {
    const { desk } = this.of;
    const there = outcome === 'ok' && aggregateId !== undefined;
    return there ? desk.ask<Checkout>(this.who, `checkouts/${aggregateId}`) : Promise.resolve(undefined);
  }

  async fill(offerId: string, quantity: number): Promise<void> {
    await this.of.desk.do({ kind: 'fill', who: this.who, body: () => ({ offerId, quantity }) });
  }

  /** Pays: as asked for, wrongly, twice, too late, or not at all. */
  async #settle({ id, total }: Checkout): Promise<void> {
    const { desk, acquirer } = this.of;
    const chance = desk.random.next();
    if (chance < 0.08) return;
    if (chance < 0.2) await desk.do({ kind: 'giveUp', who: this.who, on: id });
    if (chance < 0.14) return;
    if (chance >= 0.2 && chance < 0.26) await acquirer.pay(id, total - 1);
    if (chance >= 0.26 && chance < 0.32) await acquirer.pay(id, total + 1_000);
    else await acquirer.pay(id);
    if (chance >= 0.32 && chance < 0.42) await acquirer.pay(id);
    if (chance >= 0.36 && chance < 0.52) await acquirer.tellAgain(id);
  }

  /** Whether the platform says so before the buyer loses patience. */
  async #isPaid(id: string): Promise<boolean> {
    for (let look = 0; look < LOOKS && !this.of.desk.isClosing; look += 1) {
      const state = (await this.of.desk.ask<Checkout>(this.who, `checkouts/${id}`))?.state;
      if (state !== 'pending' && state !== undefined) return state === 'paid';
      await sleep(LOOK_EVERY_MS);
    }
    return false;
  }

  async #fetch({ id, businessId }: Checkout['orders'][number]): Promise<void> {
    const seller = this.of.offers().find((offer) => offer.businessId === businessId)?.seller;
    if (seller !== undefined) await fulfil(this.of.desk, { id, seller, buyer: this.who });
  }
}
