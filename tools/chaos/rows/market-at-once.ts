import { type Operation } from '../load/journal.js';
import { type PaidOrder } from '../load/market/fulfil.js';
import { buyers } from '../load/people.js';
import { type Stage } from '../row.js';

const AT_ONCE = 50;

/** All buyers want the last of an offer at once: as many get it as there is of it. */
export async function rushForTheLast(stage: Stage): Promise<void> {
  const { desk, offers } = stage.load.market;
  const [offer] = offers;
  if (offer === undefined) throw new Error('the market has no goods');
  for (const who of buyers) await stage.load.market.shopper(who).fill(offer.id, 1);
  const checkouts = buyers.map((who) => ({ who, operation: desk.prepare({ kind: 'checkOut', who }) }));
  await Promise.all(checkouts.map(({ operation }) => desk.again(operation)));
  const bought = checkouts.filter(({ operation }) => operation.outcome === 'ok');
  stage.observe('checkouts at once, of too little', checkouts.length, offer.supplied + 1);
  stage.require(`${offer.supplied} are sold to ${offer.supplied}`, bought.length === offer.supplied, bought.length);
  for (const { who, operation } of bought) await desk.do({ kind: 'giveUp', who, ...about(operation) });
  for (const who of buyers) await stage.load.market.shopper(who).fill(offer.id, 0);
}

/** One checkout, asked for at once with one key, paid, and told of again and again: it is paid once. */
export async function payAtOnce(stage: Stage): Promise<void> {
  const { market } = stage.load;
  const [who] = buyers;
  const offer = market.plentiful;
  await market.shopper(who).fill(offer.id, 1);
  const operation = market.desk.prepare({ kind: 'checkOut', who });
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => market.desk.again(operation)));
  const fresh = answers.filter(({ outcome, replayed }) => outcome === 'ok' && !replayed);
  stage.require('one checkout had the effect', fresh.length === 1, fresh.length);
  const { aggregateId: id } = operation;
  if (id === undefined || !(await market.acquirer.pay(id))) return;
  await Promise.all(Array.from({ length: 5 }, () => market.acquirer.tellAgain(id)));
}

/** Buyer and seller end one paid order at the same moment: goods and money go back once. */
export async function endAtOnce(stage: Stage): Promise<void> {
  const { market } = stage.load;
  const order = await market.buy(buyers[1]);
  stage.observe('paid orders that both sides end at once', order === undefined ? 0 : 1);
  if (order === undefined) return;
  const ended = await Promise.all([...endings(stage, order), ...endings(stage, order)]);
  const done = ended.filter(({ outcome }) => outcome === 'ok');
  stage.require('an order ends once', done.length === 1, done.map(({ kind }) => kind).join(' '));
}

function endings({ load }: Stage, { id: on, buyer, seller }: PaidOrder): Promise<Operation>[] {
  const { desk } = load.market;
  return [
    desk.do({ kind: 'cancel', who: buyer, on }),
    desk.do({ kind: 'decline', who: seller, on, body: () => ({ reason: 'habis' }) }),
  ];
}

const about = ({ aggregateId: on }: Operation) => (on === undefined ? {} : { on });
