import { type Operation } from '../load/journal.js';
import { type PaidOrder } from '../load/market/fulfil.js';
import { buyers } from '../load/people.js';
import { CommitBreaker } from '../proxy/postgres-wire.js';
import { type Stage } from '../row.js';

const TRIES = 5;

/** Paid orders that no seller has taken on: to take one on is one event with one effect. */
export async function payOrders({ load: { market } }: Stage, count: number): Promise<PaidOrder[]> {
  const orders: PaidOrder[] = [];
  while (orders.length < count) {
    const order = await market.buy(buyers[orders.length % buyers.length] ?? 'buyerA');
    if (order === undefined) throw new Error('an order at the market is not paid');
    orders.push(order);
  }
  return orders;
}

/** An operation of the market and how to send it, once each time. */
export interface Sendable {
  readonly operation: Operation;
  readonly send: () => Promise<unknown>;
}

export function accept({ load: { market } }: Stage, { id: on, seller: who }: PaidOrder): Sendable {
  const operation = market.desk.prepare({ kind: 'accept', who, on });
  return { operation, send: () => market.desk.again(operation) };
}

/** The buyer does not learn what became of the checkout, and asks again under the same key. */
export async function buyerRetries(stage: Stage, moment: 'answer' | 'request'): Promise<void> {
  const { desk } = stage.load.market;
  const operation = await checkOutLosing(stage, moment);
  stage.require('a lost checkout is no yes and no no', operation.outcome === 'unknown', operation.outcome);
  const { outcome, why, replayed } = await desk.again(operation);
  stage.require('the second checkout succeeds', outcome === 'ok', why);
  const committed = moment === 'answer';
  stage.require(`the second checkout is ${committed ? '' : 'not '}a replay`, replayed === committed);
  const { aggregateId: on } = operation;
  if (on !== undefined) await desk.do({ kind: 'giveUp', who: buyers[0], on });
}

/** The marketplace commits by itself now and then, what is due: a reset that strikes there instead is tried once more. */
async function checkOutLosing(stage: Stage, moment: 'answer' | 'request'): Promise<Operation> {
  const { rig, load } = stage;
  const { market } = load;
  const { postgres } = rig.get('marketplace');
  const [who] = buyers;
  for (let tries = 1; ; tries += 1) {
    await market.shopper(who).fill(market.plentiful.id, 1);
    const operation = market.desk.prepare({ kind: 'checkOut', who });
    const breaker = new CommitBreaker(postgres, moment);
    breaker.arm(1);
    await market.desk.again(operation);
    postgres.heal();
    if (operation.outcome !== 'unknown' && tries < TRIES) continue;
    stage.observe(`commit of a checkout reset, its ${moment} lost`, breaker.hits);
    return operation;
  }
}
