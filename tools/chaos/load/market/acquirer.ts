import { type Addresses } from '../../../dev/addresses.js';

/** A charge as the acquirer shows it. */
export interface Charge {
  readonly order_id: string;
  readonly payments: readonly { readonly transaction_id: string; readonly gross_amount: string }[];
  readonly refunds: readonly { readonly refund_key: string; readonly amount: number }[];
}

/** The bank of buyers and of the platform, which nothing breaks: what it says of money is true. */
export class Acquirer {
  constructor(private readonly addresses: Addresses) {}

  /** The buyer pays what is asked for, or so much. @returns whether there is such a charge */
  async pay(checkoutId: string, amount?: number): Promise<boolean> {
    return this.#post(`pay/${checkoutId}`, amount === undefined ? {} : { amount });
  }

  /** The acquirer tells of it once more, as acquirers do. */
  async tellAgain(checkoutId: string): Promise<boolean> {
    return this.#post(`callback-again/${checkoutId}`, {});
  }

  async charges(): Promise<readonly Charge[]> {
    const reply = await fetch(`${this.addresses.of('acquirer')}/charges`);
    return ((await reply.json()) as { items: Charge[] }).items;
  }

  async #post(path: string, body: object): Promise<boolean> {
    const headers = { 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const reply = await fetch(`${this.addresses.of('acquirer')}/${path}`, request);
    await reply.body?.cancel();
    return reply.ok;
  }
}
