import { type Rupiah, rupiah } from '@jaki/kernel';

/** A rule of Bank Indonesia: so many thousandths of a payment, for amounts above a limit. */
interface Rule {
  readonly above: bigint;
  readonly perMille: bigint;
}

/** By the size of the merchant, the highest limit first. Special classes of merchants pay less and are not here yet. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  UMI: [
    { above: 500_000n, perMille: 3n },
    { above: 0n, perMille: 0n },
  ],
  UKE: [{ above: 0n, perMille: 7n }],
  UME: [{ above: 0n, perMille: 7n }],
  UBE: [{ above: 0n, perMille: 7n }],
};

/** What a merchant pays for being paid by QRIS (MDR), whole rupiah, rounded down. An unknown size pays as a micro one. */
export function mdrOf(amount: Rupiah, criteria: string | undefined): Rupiah {
  const own = rules[criteria ?? 'UMI'] ?? rules['UMI'] ?? [];
  const rule = own.find(({ above }) => amount > above);
  return rupiah((amount * (rule?.perMille ?? 0n)) / 1_000n);
}
