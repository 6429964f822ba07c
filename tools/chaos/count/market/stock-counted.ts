import { complaint } from '../complaint.js';

/** What became of the stock of one offer. */
export interface Stock {
  readonly id: string;
  readonly onHand: number;
  readonly reserved: number;
  /** By what orders hold, and by what they took. */
  readonly held: number;
  readonly sold: number;
}

/** Goods are on hand or sold, and reserved is what is held: nothing twice, nothing out of thin air. */
export function judgeStock(stocks: readonly Stock[], supplied: (id: string) => number): string[] {
  const missing = stocks.filter(({ id, onHand, sold }) => onHand + sold !== supplied(id));
  const unheld = stocks.filter(({ reserved, held }) => reserved !== held);
  const oversold = stocks.filter(({ onHand, reserved, held }) => onHand < Math.max(reserved, held) || reserved < 0);
  return [
    ...complaint(
      'offers of which there is more or less than was supplied',
      missing.map(({ id, onHand, sold }) => `${id} has ${onHand} on hand and ${sold} sold of ${supplied(id)}`),
    ),
    ...complaint(
      'offers that do not reserve what orders hold',
      unheld.map(({ id, reserved, held }) => `${id} reserves ${reserved}, orders hold ${held}`),
    ),
    ...complaint(
      'offers of which more is held than there is',
      oversold.map(
        ({ id, onHand, reserved, held }) => `${id} has ${onHand}, reserves ${reserved}, orders hold ${held}`,
      ),
    ),
  ];
}
