import { complaint, countBy } from '../complaint.js';
import { type Books, givenBack, sumOf, taken, type Transfer } from './books.js';

/** Every rupiah that came or went at the acquirer stands in the ledger once, and nothing else does. */
export function judgeMoney(books: Books): string[] {
  return [...judgeReceipts(books), ...judgeRefunds(books), ...judgeAccounts(books)];
}

function judgeReceipts(books: Books): string[] {
  const { receipts, transfers } = books;
  const sums = taken(books);
  const known = countBy(receipts, ({ transaction, amount }) => `${transaction} ${amount}`);
  const times = (id: string, amount: number) => known.get(`${id} ${amount}`) ?? 0;
  const told = new Set(sums.map(({ id }) => id));
  return [
    ...complaint(
      'sums that the acquirer took and that have not one receipt each',
      sums
        .filter(({ id, amount }) => times(id, amount) !== 1)
        .map(({ id, amount }) => `${id} of ${amount} has ${times(id, amount)}`),
    ),
    ...complaint(
      'receipts of sums that the acquirer never took',
      receipts
        .filter(({ transaction }) => !told.has(transaction))
        .map(({ transaction, amount }) => `${transaction} of ${amount}`),
    ),
    ...complaint('receipts that do not stand in the ledger once', notPosted(receipts, 'receipt', transfers)),
  ];
}

function judgeRefunds(books: Books): string[] {
  const { refunds, transfers } = books;
  const back = givenBack(books);
  const given = new Set(back.map(({ id }) => id));
  const posted = transfers.filter(({ kind }) => kind === 'refund');
  const stuck = refunds.filter(({ state }) => state === 'stuck');
  return [
    ...complaint(
      'refunds that the acquirer made and that do not stand in the ledger once',
      notPosted(back, 'refund', transfers),
    ),
    ...complaint(
      'refunds in the ledger that the acquirer did not make',
      posted
        .filter(({ reference }) => !given.has(reference))
        .map(({ reference, amount }) => `${reference} of ${amount}`),
    ),
    ...complaint(
      'refunds that the acquirer refuses',
      stuck.map(({ id, amount, payment }) => `${id} of ${amount} for ${payment}`),
    ),
  ];
}

function judgeAccounts(books: Books): string[] {
  const { transfers, orders, balances } = books;
  const [came, went] = [sumOf(taken(books)), sumOf(givenBack(books))];
  const open = orders.filter(({ state }) => OPEN.includes(state));
  const accounts = accountsOf(transfers);
  const wrong = (account: string, wanted: number, why: string) =>
    (accounts.get(account) ?? 0) === wanted
      ? []
      : [`the account ${account} holds ${accounts.get(account) ?? 0} rupiah, not ${wanted}: ${why}`];
  const total = [...accounts.values()].reduce((sum, each) => sum + each, 0);
  return [
    ...wrong('acquirer', came - went, `the acquirer took ${came} and gave back ${went}`),
    ...wrong('buyers', -sumOf(open), `so much is paid for ${open.length} orders that nobody has earned yet`),
    ...(total === 0 ? [] : [`the accounts do not balance: their sum is ${total} rupiah`]),
    ...complaint(
      'sellers whose balance is not what completed orders brought',
      balances
        .filter(({ amount, earned }) => amount !== earned)
        .map(({ account, amount, earned }) => `${account} has ${amount} of ${earned}`),
    ),
  ];
}

/** Paid for, and neither earned nor given back. */
const OPEN = ['paid', 'accepted', 'ready', 'handed_over'];

function notPosted(
  moved: readonly { readonly id: string; readonly amount: number }[],
  kind: string,
  transfers: readonly Transfer[],
): string[] {
  const posted = countBy(
    transfers.filter((transfer) => transfer.kind === kind),
    ({ reference, amount }) => `${reference} ${amount}`,
  );
  const times = (id: string, amount: number) => posted.get(`${id} ${amount}`) ?? 0;
  return moved
    .filter(({ id, amount }) => times(id, amount) !== 1)
    .map(({ id, amount }) => `${id} of ${amount} stands in it ${times(id, amount)} times`);
}

/** By account: what went into it (debit) less what went out of it (credit). */
function accountsOf(transfers: readonly Transfer[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { debit, credit, amount } of transfers) {
    sums.set(debit, (sums.get(debit) ?? 0) + amount);
    sums.set(credit, (sums.get(credit) ?? 0) - amount);
  }
  return sums;
}
