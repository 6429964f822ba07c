import { setTimeout as sleep } from 'node:timers/promises';
import { type Operation } from '../journal.js';
import { type Actor, buyers, sellers } from '../people.js';
import { Acquirer } from './acquirer.js';
import { Desk, type DeskSurroundings } from './desk.js';
import { type PaidOrder } from './fulfil.js';
import { Shopper } from './shopper.js';
import { list, type Offer, openStall, type Stall } from './stalls.js';

/** So little of it that buyers collide; it is restocked now and then. */
const SCARCE = { price: 12_000, onHand: 3 };
const PLENTY = { price: 25_000, onHand: 1_000_000 };
/** Above the sum from which a micro merchant pays a fee. */
const DEAR = { price: 600_000, onHand: 1_000_000 };
const SHOPPERS = 3;
const PAUSE_MS = 150;

/** The market of one row: goods of its own on the stalls, and people who buy and sell. */
export class Market {
  readonly desk: Desk;
  readonly acquirer: Acquirer;
  #offers: Offer[] = [];
  readonly #restocked = new Map<Operation, { readonly offerId: string; readonly change: number }>();
  #lanes: Promise<void>[] = [];
  #running = false;

  constructor(
    of: DeskSurroundings,
    private readonly stalls: readonly Stall[],
  ) {
    this.desk = new Desk(of);
    this.acquirer = new Acquirer(of.addresses);
  }

  get offers(): readonly Offer[] {
    return this.#offers;
  }

  /** Puts goods on the shelves. @throws Error when nobody lets them */
  async open(): Promise<void> {
    for (const stall of this.stalls) {
      for (const goods of [SCARCE, PLENTY, DEAR]) this.#offers.push(...(await list(this.desk, stall, goods)));
    }
    if (this.#offers.length < 3 * this.stalls.length) throw new Error('the market has no goods');
  }

  start(patience: number): void {
    this.#running = true;
    this.desk.patience = patience;
    const shoppers = buyers.slice(0, SHOPPERS).map((who) => this.shopper(who));
    this.#lanes = [...shoppers.map((shopper) => this.#lane(() => shopper.shop())), this.#lane(() => this.#tend())];
  }

  /** Ends the lanes where they are: a purchase has many steps, and nobody waits for the last of them. */
  async stop(): Promise<void> {
    this.#running = false;
    this.desk.isClosing = true;
    await Promise.all(this.#lanes);
    this.desk.isClosing = false;
  }

  /** Something of which there is plenty. */
  get plentiful(): Offer {
    const offer = this.#offers.find(({ supplied }) => supplied === PLENTY.onHand);
    if (offer === undefined) throw new Error('the market has no goods');
    return offer;
  }

  /** An order that is paid, and nothing more. @returns undefined when it does not come to that */
  buy(who: Actor): Promise<PaidOrder | undefined> {
    return this.shopper(who).buy(this.plentiful);
  }

  shopper(who: Actor): Shopper {
    return new Shopper(who, { desk: this.desk, acquirer: this.acquirer, offers: () => this.#offers });
  }

  /** What nobody answered is sent again. @returns what nobody answers even now */
  async finish(within: number): Promise<readonly Operation[]> {
    return this.desk.finish(within);
  }

  /** How much of an offer there was in all, by what sellers were answered. */
  supplied({ id, supplied }: Offer): number {
    const restocked = [...this.#restocked].filter(([{ outcome }, { offerId }]) => offerId === id && outcome === 'ok');
    return restocked.reduce((sum, [, { change }]) => sum + change, supplied);
  }

  /** Sellers fetch more of what is scarce; now and then somebody new opens a stall. */
  async #tend(): Promise<void> {
    const { random } = this.desk;
    await sleep(random.between(500, 1_500));
    if (random.chance(0.15)) return this.#newcomer();
    const offer = random.pick(this.#offers.filter(({ supplied }) => supplied === SCARCE.onHand));
    await this.restock(offer, random.between(2, 6));
  }

  async restock({ id: offerId, seller }: Offer, change: number): Promise<void> {
    const body = () => ({ change, reason: 'restocked' });
    const operation = await this.desk.do({ kind: 'restock', who: seller, on: offerId, body });
    this.#restocked.set(operation, { offerId, change });
  }

  async #newcomer(): Promise<void> {
    const stall = await openStall(this.desk, this.desk.random.pick(sellers));
    if (stall !== undefined) this.#offers.push(...(await list(this.desk, stall, PLENTY)));
  }

  async #lane(work: () => Promise<void>): Promise<void> {
    while (this.#running) {
      await work();
      await sleep(PAUSE_MS * (0.5 + this.desk.random.next()));
    }
  }
}
