import { oneKeyAtOnce } from '../rows/24-one-key-at-once.js';
import { type PlantedBug } from './planted-bug.js';

const GOODS = 'apps/marketplace/src/order/store/goods.store.ts';

/**
 * Bugs of the marketplace. Where the database itself would refuse them, they go around it; the last one leaves
 * payments behind that can never end.
 */
export const marketBugs: readonly PlantedBug[] = [
  {
    name: 'more goes back than was paid',
    service: 'marketplace',
    edits: [
      {
        file: 'apps/marketplace/src/purchase/changes.ts',
        find: 'amount: next.amount, reason, orderId: next.id };',
        replace: 'amount: rupiah(next.amount + 1_000n), reason, orderId: next.id };',
      },
      {
        file: 'apps/marketplace/src/purchase/changes.ts',
        find: "import { newId, type Rupiah } from '@jaki/kernel';",
        replace: "import { newId, type Rupiah, rupiah } from '@jaki/kernel';",
      },
    ],
    row: oneKeyAtOnce,
    says: /payments of which more goes back than came/,
  },
  {
    // An order ends once, so that nobody but such a bug asks for it: what is moved must still be where it was.
    name: 'goods go back twice',
    service: 'marketplace',
    edits: [
      { file: GOODS, find: ".where('state', '=', from)", replace: ".where('state', '<>', 'nowhere')" },
      {
        file: 'apps/marketplace/src/purchase/save-change.ts',
        find: 'if (decision.goods) await moveGoods(tx, decision.next.id, { move: decision.goods, at });',
        replace: `for (const move of decision.goods === 'return' ? ['return', 'return'] as const : [decision.goods])
          if (move) await moveGoods(tx, decision.next.id, { move, at });`,
      },
    ],
    row: oneKeyAtOnce,
    says: /offers of which there is more or less than was supplied/,
  },
  {
    name: 'receipts not told apart by their transaction',
    service: 'marketplace',
    edits: [
      {
        file: 'apps/marketplace/src/payments/use-cases/take-money.ts',
        find: 'return (await query.executeTakeFirst()) !== undefined;',
        replace: 'return (await query.executeTakeFirst()) === null;',
      },
      // Who asks the acquirer looks at what was taken before, too.
      {
        file: 'apps/marketplace/src/payments/use-cases/ask-acquirer.ts',
        find: 'settlements.filter(({ transactionId }) => !taken.has(transactionId))',
        replace: 'settlements.filter(() => taken.size >= 0)',
      },
    ],
    sql: 'DROP INDEX IF EXISTS payment_receipt_transaction_id_key',
    row: oneKeyAtOnce,
    says: /sums that the acquirer took and that have not one receipt each/,
  },
  {
    // Reads what is free, then writes what it has made of it: who comes between is forgotten.
    name: 'hold without lock',
    service: 'marketplace',
    edits: [
      {
        file: GOODS,
        find: 'SELECT s.offer_id, s.on_hand - s.reserved AS free FROM stock s JOIN wanted USING (offer_id)\n      ORDER BY s.offer_id FOR NO KEY UPDATE OF s',
        replace:
          'SELECT s.offer_id, s.reserved, s.on_hand - s.reserved AS free FROM stock s JOIN wanted USING (offer_id)',
      },
      {
        file: GOODS,
        find: 'UPDATE stock SET reserved = reserved + wanted.quantity FROM wanted',
        replace: `UPDATE stock SET reserved = wanted.quantity +
          (SELECT l.reserved FROM locked l WHERE l.offer_id = wanted.offer_id) FROM wanted`,
      },
    ],
    row: oneKeyAtOnce,
    says: /offers that do not reserve what orders hold/,
  },
];
