import { type Rupiah, rupiah } from '@jaki/kernel';

/** A rule of Bank Indonesia: so many thousandths of a payment, for amounts above a limit. */
interface Rule {
  readonly above: bigint;
  readonly perMille: bigint;
}

const micro: readonly Rule[] = [
  { above: 500_000n, perMille: 3n },
  { above: 0n, perMille: 0n },
];
const larger: readonly Rule[] = [{ above: 0n, perMille: 7n }];

/** By the size of the merchant, the highest limit first. Special classes of merchants pay less and are not here yet. */
const rules: ReadonlyMap<string | undefined, readonly Rule[]> = new Map([
  ['UMI', micro],
  ['UKE', larger],
  ['UME', larger],
  ['UBE', larger],
]);

/** What a merchant pays for being paid by QRIS (MDR), whole rupiah, rounded down. An unknown size pays as a micro one. */
export function mdrOf(amount: Rupiah, criteria: string | undefined): Rupiah {
  const rule = (rules.get(criteria) ?? micro).find(({ above }) => amount > above);
  return rupiah(rule === undefined ? 0 : (amount * rule.perMille) / 1_000n);
}
