import { type Rupiah, rupiah } from '@jaki/kernel';

/** In what goods are priced: a price is for `per` of the base, and quantities are counted in the base, whole. */
export const units = {
  piece: { base: 'piece', per: 1n, id: 'buah', en: 'piece' },
  porsi: { base: 'porsi', per: 1n, id: 'porsi', en: 'portion' },
  ikat: { base: 'ikat', per: 1n, id: 'ikat', en: 'bunch' },
  ekor: { base: 'ekor', per: 1n, id: 'ekor', en: 'animal' },
  pasang: { base: 'pasang', per: 1n, id: 'pasang', en: 'pair' },
  lusin: { base: 'piece', per: 12n, id: 'lusin', en: 'dozen' },
  kodi: { base: 'piece', per: 20n, id: 'kodi', en: 'score' },
  g: { base: 'g', per: 1n, id: 'gram', en: 'gram' },
  ons: { base: 'g', per: 100n, id: 'ons', en: '100 g' },
  kg: { base: 'g', per: 1_000n, id: 'kilogram', en: 'kilogram' },
  liter: { base: 'ml', per: 1_000n, id: 'liter', en: 'litre' },
} as const;

export type Unit = keyof typeof units;
export const unitCodes = Object.keys(units) as [Unit, ...Unit[]];

/** What so much costs, in whole rupiah, half a rupiah rounded up: the one rounding of a line. */
export function amountOf({ price, unit }: { readonly price: Rupiah; readonly unit: Unit }, quantity: bigint): Rupiah {
  const { per } = units[unit];
  return rupiah((2n * price * quantity + per) / (2n * per));
}
