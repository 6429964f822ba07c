import { randomInt } from 'node:crypto';
import { call } from '../caller.js';
import { countNotices } from '../count-rows.js';
import { type Act, type Stage, type Story, type Telling } from '../story.js';
import { type SeenEvent } from '../watch-events.js';
import { Books, type StatementLine, transfersOf } from './books.js';
import { cast, type Role } from './cast.js';
import { type ActName, expected, figures, subjects } from './expected.js';
import { qrisCode } from './qris-code.js';

type Subject = keyof typeof subjects;
interface Made {
  readonly id: string;
}
interface CheckedOut extends Made {
  readonly qr: string | null;
  readonly orders: readonly Made[];
}

/** A stall's way into the market, a sale with its pickup, and somebody who pays too late. */
export const marketStory: Story<Role, Subject> = {
  cast,
  subjects,
  expected,
  figures,
  services: ['marketplace'],
  begin: (stage) => new MarketTelling(stage),
};

class MarketTelling implements Telling {
  readonly ids: Partial<Record<Subject, string>> = {};
  #offerId = '';
  #books: Books | undefined;

  constructor(private readonly stage: Stage<Role>) {}

  readonly acts: readonly Act<ActName>[] = [
    ['apply', 'Bu Sri applies for her stall', () => this.#apply()],
    ['verify', 'The kelurahan finds that it is what it says', () => this.#step('kelurahan', this.#business('verify'))],
    [
      'code',
      'She registers the code on her sticker',
      () => this.#step('stallholder', this.#business('qris'), { code: qrisCode }),
    ],
    ['list', 'She offers soto', () => this.#list()],
    ['approve', 'The kelurahan lets it be seen, and a citizen finds it', () => this.#approve()],
    ['checkOut', 'The citizen orders two portions', () => this.#checkOut()],
    ['pay', 'And pays by QRIS', () => this.#pay('buyer', 'payment')],
    ['accept', 'The stall takes the order', () => this.#order('stallholder', 'accept')],
    ['ready', 'The soto is ready', () => this.#order('stallholder', 'ready')],
    ['handOver', 'It is handed over for the code that the citizen shows', () => this.#handOver()],
    ['complete', 'The citizen is content', () => this.#order('buyer', 'complete')],
    ['checkOutLate', 'Somebody else orders the last portion', () => this.#checkOutLate()],
    ['giveUp', 'And thinks better of it', () => this.#giveUp()],
    ['payTooLate', 'And pays the code all the same: the money goes back', () => this.#pay('lateBuyer', 'latePayment')],
    ['books', 'The books', () => this.#openBooks()],
  ];

  async count(events: readonly SeenEvent[]): Promise<Record<string, number>> {
    const notices = await countNotices(this.stage.addresses, events);
    return { 'rows of notices in the database': notices, ...this.#books?.figures };
  }

  async #apply(): Promise<void> {
    // A NIB belongs to one business for good.
    const nib = String(randomInt(10 ** 13)).padStart(13, '0');
    const stall = { name: 'Warung Bu Sri', kind: 'stall', region: '31.71.01.1001', nib, kbli: '56102', risk: 'low' };
    this.ids.business = (await this.#tell<Made>('stallholder', 'businesses', stall)).id;
  }

  async #list(): Promise<void> {
    const soto = {
      businessId: this.ids.business,
      title: 'Soto Betawi',
      description: 'Kuah santan, daging sapi, emping. Dimasak setiap pagi.',
      category: 'prepared_food',
      offers: [{ name: 'Porsi biasa', unit: 'porsi', price: 25_000, onHand: 3 }],
    };
    this.ids.listing = (await this.#tell<Made>('stallholder', 'listings', soto)).id;
    await this.#step('stallholder', `listings/${this.ids.listing}/submit`);
  }

  async #approve(): Promise<void> {
    const listing = String(this.ids.listing);
    await this.#step('kelurahan', `listings/${listing}/approve`);
    const { buyer } = this.stage.actors;
    const found = await buyer.ask<{ items: Made[] }>('marketplace', 'listings?region=31.71');
    if (!found.items.some(({ id }) => id === listing)) throw new Error(`nobody finds the listing ${listing}`);
    const seen = await buyer.ask<{ offers: Made[] }>('marketplace', `listings/${listing}`);
    this.#offerId = String(seen.offers[0]?.id);
  }

  async #checkOut(): Promise<void> {
    [this.ids.payment, this.ids.order] = await this.#buy('buyer', 2);
  }

  async #checkOutLate(): Promise<void> {
    [this.ids.latePayment, this.ids.lateOrder] = await this.#buy('lateBuyer', 1);
  }

  #giveUp(): Promise<void> {
    return this.#step('lateBuyer', `checkouts/${String(this.ids.latePayment)}/cancel`);
  }

  async #buy(role: Role, quantity: number): Promise<[paymentId: string, orderId: string]> {
    await this.#step(role, 'basket/lines', { offerId: this.#offerId, quantity });
    const { id, qr, orders } = await this.#tell<CheckedOut>(role, 'checkouts');
    if (qr === null) throw new Error(`the checkout ${id} has no code to pay by`);
    return [id, String(orders[0]?.id)];
  }

  /** As a banking app does that reads the code: here the sandbox that stands in for the acquirer. */
  async #pay(role: Role, payment: 'payment' | 'latePayment'): Promise<void> {
    const { addresses, timeline } = this.stage;
    const url = `${addresses.of('acquirer')}/pay/${String(this.ids[payment])}`;
    await call({ url, json: {} }, { timeline, who: `${cast[role].title}, by bank` });
  }

  async #handOver(): Promise<void> {
    const order = `orders/${String(this.ids.order)}`;
    const { pickupCode } = await this.stage.actors.buyer.ask<{ pickupCode: string }>('marketplace', order);
    await this.#order('stallholder', 'hand-over', { code: pickupCode });
  }

  async #openBooks(): Promise<void> {
    const { actors, addresses, timeline } = this.stage;
    const path = this.#business('statement');
    const { items } = await actors.stallholder.ask<{ items: StatementLine[] }>('marketplace', path);
    const { business, payment, order, latePayment, lateOrder } = this.ids;
    const references = [payment, order, latePayment, lateOrder].map(String);
    const account = `seller:${String(business)}`;
    this.#books = new Books(items, await transfersOf(addresses, { references, account }), account);
    for (const table of this.#books.tables) timeline.show(table);
  }

  #business(path: string): string {
    return `businesses/${String(this.ids.business)}/${path}`;
  }

  #order(role: Role, command: string, body: object = {}): Promise<void> {
    return this.#step(role, `orders/${String(this.ids.order)}/${command}`, body);
  }

  async #step(role: Role, path: string, body: object = {}): Promise<void> {
    await this.#tell(role, path, body);
  }

  #tell<Answer>(role: Role, path: string, json: object = {}): Promise<Answer> {
    return this.stage.actors[role].tell<Answer>('marketplace', path, { json });
  }
}
