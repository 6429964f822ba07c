import { type Rupiah, rupiah } from '@jaki/kernel';

/** Money that the acquirer says it took. */
export interface Taken {
  readonly transactionId: string;
  /** Our payment, as the acquirer knows it. */
  readonly reference: string;
  readonly amount: Rupiah;
}

/** Money that goes back, by the payment that it came for. */
export interface GivenBack {
  readonly reference: string;
  readonly amount: Rupiah;
}

/** A day by one of the two books. */
export interface DayBook {
  readonly taken: readonly Taken[];
  readonly back: readonly GivenBack[];
}

/**
 * How the two books differ: `not_with_us`, money that we do not know of; `not_with_acquirer`, money that the acquirer does
 * not know of; `amount_differs`, of one transaction; `refund_differs`, in what went back of a payment that day.
 */
export type DifferenceKind = 'not_with_us' | 'not_with_acquirer' | 'amount_differs' | 'refund_differs';

export interface Difference {
  readonly kind: DifferenceKind;
  /** The acquirer's number of the transaction; of refunds our payment. */
  readonly reference: string;
  /** Nothing when zero. */
  readonly ours: Rupiah;
  readonly theirs: Rupiah;
}

const NOTHING = rupiah(0);

/** Every difference between our book of a day and the acquirer's. */
export function differencesBetween(ours: DayBook, theirs: DayBook): Difference[] {
  return [...takenDifferences(ours.taken, theirs.taken), ...refundDifferences(ours.back, theirs.back)];
}

function takenDifferences(ours: readonly Taken[], theirs: readonly Taken[]): Difference[] {
  const known = new Map(ours.map(({ transactionId, amount }) => [transactionId, amount]));
  const told = new Map(theirs.map(({ transactionId, amount }) => [transactionId, amount]));
  return [...new Set([...known.keys(), ...told.keys()])].flatMap((reference) => {
    const [own, other] = [known.get(reference), told.get(reference)];
    if (own === other) return [];
    const kind = own === undefined ? 'not_with_us' : other === undefined ? 'not_with_acquirer' : 'amount_differs';
    return [{ kind, reference, ours: own ?? NOTHING, theirs: other ?? NOTHING }] as const;
  });
}

function refundDifferences(ours: readonly GivenBack[], theirs: readonly GivenBack[]): Difference[] {
  const [own, other] = [sums(ours), sums(theirs)];
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((reference) => {
    const difference = { reference, ours: own.get(reference) ?? NOTHING, theirs: other.get(reference) ?? NOTHING };
    return difference.ours === difference.theirs ? [] : [{ kind: 'refund_differs', ...difference } as const];
  });
}

function sums(back: readonly GivenBack[]): ReadonlyMap<string, Rupiah> {
  const total = new Map<string, Rupiah>();
  for (const { reference, amount } of back) total.set(reference, rupiah((total.get(reference) ?? 0n) + amount));
  return total;
}
