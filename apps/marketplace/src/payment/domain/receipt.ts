import { type Rupiah, rupiah } from '@jaki/kernel';
import type { Payment } from './payment.js';

/** What money that came is to us. */
export type Verdict = 'paid' | 'surplus' | 'revived' | 'late' | 'double' | 'short';

export interface Judgement {
  readonly verdict: Verdict;
  /** Whether it pays the payment. */
  readonly pays: boolean;
  /** What is to go back of it; nothing when zero. */
  readonly back: Rupiah;
}

/**
 * What becomes of money that came for a payment. Whatever it is, it has one end: it pays, or it goes back.
 *
 * | the payment is | too little | what was asked for | too much |
 * | --- | --- | --- | --- |
 * | pending | `short`: back | `paid` | `surplus`: paid, the rest back |
 * | expired or failed, goods still there | `short`: back | `revived`: paid | `revived`, the rest back |
 * | expired or failed, goods gone | `short`: back | `late`: back | `late`: back |
 * | cancelled by the buyer | `late`: back | `late`: back | `late`: back |
 * | paid | `double`: back | `double`: back | `double`: back |
 *
 * @param goodsAreThere whether the goods could be taken once more; asked of an expired or failed payment only
 */
export function judge(
  { state, amount: asked }: Pick<Payment, 'state' | 'amount'>,
  { amount, goodsAreThere }: { readonly amount: Rupiah; readonly goodsAreThere: boolean },
): Judgement {
  if (state === 'paid') return goesBack('double', amount);
  if (state === 'cancelled') return goesBack('late', amount);
  if (amount < asked) return goesBack('short', amount);
  const back = rupiah(amount - asked);
  if (state === 'pending') return { verdict: back > 0n ? 'surplus' : 'paid', pays: true, back };
  return goodsAreThere ? { verdict: 'revived', pays: true, back } : goesBack('late', amount);
}

function goesBack(verdict: Verdict, back: Rupiah): Judgement {
  return { verdict, pays: false, back };
}
