import { setTimeout as sleep } from 'node:timers/promises';
import { queryOnce } from '@jaki/testing/embedded';
import { type Rig } from '../../rig/rig.js';
import { readBooks, taken } from './books.js';

/** What the marketplace still has to do by itself. */
interface Due {
  readonly pending: number;
  readonly refunds: number;
  readonly looks: number;
  readonly deadlines: number;
}

const DUE = `
  SELECT (SELECT count(*) FROM payment WHERE state = 'pending')::int AS pending,
    (SELECT count(*) FROM refund WHERE state = 'requested')::int AS refunds,
    (SELECT count(*) FROM payment WHERE look_at <= now())::int AS looks,
    (SELECT count(*) FROM seller_order WHERE due_at <= now())::int AS deadlines`;

/** What a later look would find is looked at now: looks go on for days. Who is not looked at any more stays so. */
const LOOK_NOW = 'UPDATE payment SET look_at = now() WHERE id = ANY ($1::uuid[]) AND look_at > now()';

/**
 * Waits until no payment is pending, no refund on its way, nothing due, and all that the acquirer took is known.
 *
 * @param known payments that there were before
 * @returns what is left after that many milliseconds
 */
export async function marketSettled(rig: Rig, known: ReadonlySet<string>, within: number): Promise<string[]> {
  const until = Date.now() + within;
  for (;;) {
    const left = await leftOver(rig, known).catch((error: unknown) => [String(error)]);
    if (left.length === 0) return [];
    if (Date.now() > until) return [`the market has not settled after ${within / 1_000} s: ${left.join(', ')}`];
    await sleep(400);
  }
}

async function leftOver(rig: Rig, known: ReadonlySet<string>): Promise<string[]> {
  const [due] = await queryOnce<Due>(rig.databaseOf('marketplace'), DUE);
  const left = Object.entries({ ...due }).filter(([, count]) => count > 0);
  if (left.length > 0) return left.map(([what, count]) => `${count} ${what}`);
  const books = await readBooks(rig, known);
  const heard = new Set(books.receipts.map(({ transaction }) => transaction));
  const unheard = taken(books).filter(({ id }) => !heard.has(id));
  if (unheard.length === 0) return [];
  const ids = new Set(unheard.map(({ id }) => id));
  const late = books.charges.filter(({ payments }) => payments.some(({ transaction_id }) => ids.has(transaction_id)));
  await queryOnce(rig.databaseOf('marketplace'), LOOK_NOW, [late.map(({ order_id }) => order_id)]);
  return [`${unheard.length} sums that came and are not known`];
}
