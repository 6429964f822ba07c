/** Integer rupiah. Indonesia's currency has no fraction in use, so there is no rounding anywhere. */
export type Rupiah = bigint & { readonly __rupiah: never };

/**
 * @param amount whole rupiah; a number must be a safe integer
 * @throws RangeError when a number is not a whole, safe amount
 */
export function rupiah(amount: bigint | number): Rupiah {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) {
    throw new RangeError(`not a whole amount of rupiah: ${amount}`);
  }
  return BigInt(amount) as Rupiah;
}

/** Shown as Indonesians write it: `Rp1.500.000`. */
export function formatRupiah(amount: Rupiah): string {
  const [sign, digits] = amount < 0n ? ['-', amount.toString().slice(1)] : ['', amount.toString()];
  return `${sign}Rp${digits.replace(/\B(?=(\d{3})+$)/g, '.')}`;
}
