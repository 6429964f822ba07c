import { randomUUID } from 'node:crypto';
import { type Charge, grossOf, left, statusOf, type TransactionStatus } from './charge.js';
import { dynamicQris } from './qr-text.js';
import { Refusal } from './refusal.js';
import { type ChargeRequest } from './requests.js';

/** A change of a charge's state, as its merchant is told of it. */
export interface Change {
  readonly charge: Charge;
  readonly transactionId: string;
  readonly amount: number;
  readonly status: TransactionStatus;
  readonly at: Date;
}

export interface BookOptions {
  readonly now: () => Date;
  /** How many charges are kept. */
  readonly most: number;
  readonly changed: (change: Change) => void;
}

const LONGEST_TIMER = 2 ** 31 - 1;

/** The latest charges, in memory, and all that can happen to one. */
export class ChargeBook {
  private readonly charges = new Map<string, Charge>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly options: BookOptions) {}

  /** Newest first. */
  list(): readonly Charge[] {
    return [...this.charges.values()].reverse();
  }

  /** @throws Refusal 404 when there is none */
  find(orderId: string): Charge {
    const charge = this.charges.get(orderId);
    if (charge === undefined) throw new Refusal(404, 'no charge has this order_id');
    return charge;
  }

  /** The same order twice is the same charge. @throws Refusal 409 when it was of another amount */
  charge(asked: ChargeRequest): { charge: Charge; fresh: boolean } {
    const known = this.charges.get(asked.orderId);
    if (known !== undefined && known.amount !== asked.amount) {
      throw new Refusal(409, 'this order_id was charged with another amount');
    }
    if (known !== undefined) return { charge: known, fresh: false };
    this.makeRoom();
    const charge = newCharge(asked);
    this.charges.set(charge.orderId, charge);
    if (asked.expiresAt !== undefined) this.expireAt(charge, asked.expiresAt);
    return { charge, fresh: true };
  }

  /** Takes any amount, at any time, and again: people pay wrong, late and twice, and the money is there all the same. */
  pay(orderId: string, amount?: number): Charge {
    const charge = this.find(orderId);
    const transactionId = charge.payments.length === 0 ? charge.transactionId : randomUUID();
    const payment = { transactionId, amount: amount ?? charge.amount, at: this.options.now() };
    charge.payments.push(payment);
    this.options.changed({ charge, ...payment, status: 'settlement' });
    return charge;
  }

  /** @throws Refusal 409 when it is paid or has expired */
  fail(orderId: string): Charge {
    const charge = this.find(orderId);
    const status = statusOf(charge);
    if (status !== 'pending' && status !== 'deny') throw new Refusal(409, `a charge in ${status} cannot fail`);
    if (status === 'pending') this.close(charge, 'deny');
    return charge;
  }

  /** The same key twice is the same refund. @throws Refusal 412 when there is not as much to give back */
  refund(orderId: string, { key, amount }: { key: string; amount: number }): Charge {
    const charge = this.find(orderId);
    const known = charge.refunds.find((refund) => refund.key === key);
    if (known !== undefined && known.amount !== amount) throw new Refusal(409, 'this refund_key had another amount');
    if (known !== undefined) return charge;
    if (charge.payments.length === 0) throw new Refusal(412, 'only what is settled can be refunded');
    if (amount > left(charge)) throw new Refusal(412, `at most ${left(charge)} can be refunded`);
    const at = this.options.now();
    charge.refunds.push({ key, amount, at });
    this.announce(charge, at);
    return charge;
  }

  stop(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  /** The oldest goes of those that are finished, as somebody still waits for the others; only if there is none, of all. */
  private makeRoom(): void {
    if (this.charges.size < this.options.most) return;
    const charges = [...this.charges.values()];
    const gone = charges.find((charge) => statusOf(charge) !== 'pending') ?? charges[0];
    if (gone === undefined) return;
    this.charges.delete(gone.orderId);
    clearTimeout(this.timers.get(gone.orderId));
    this.timers.delete(gone.orderId);
  }

  private close(charge: Charge, as: 'deny' | 'expire'): void {
    charge.unpaid = as;
    this.announce(charge, this.options.now());
  }

  private announce(charge: Charge, at: Date): void {
    const { transactionId } = charge;
    this.options.changed({ charge, transactionId, amount: grossOf(charge), status: statusOf(charge), at });
  }

  private expireAt(charge: Charge, moment: Date): void {
    const wait = moment.getTime() - this.options.now().getTime();
    const timer = setTimeout(
      () => {
        this.timers.delete(charge.orderId);
        // A timer holds 24 days at most.
        if (wait > LONGEST_TIMER) this.expireAt(charge, moment);
        else if (statusOf(charge) === 'pending') this.close(charge, 'expire');
      },
      Math.min(Math.max(wait, 0), LONGEST_TIMER),
    );
    this.timers.set(charge.orderId, timer);
  }
}

function newCharge({ orderId, amount, callbackUrl }: ChargeRequest): Charge {
  const bill = orderId.replaceAll('-', '').slice(0, 25);
  const transactionId = randomUUID();
  const qr = dynamicQris(amount, bill);
  return { transactionId, orderId, amount, callbackUrl, qr, unpaid: 'pending', payments: [], refunds: [] };
}
