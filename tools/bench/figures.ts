/** The lowest, the middle and the highest of some measurements. */
export interface Range {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** @throws RangeError without measurements */
export function rangeOf(values: readonly number[]): Range {
  return { low: quantile(values, 0), middle: quantile(values, 0.5), high: quantile(values, 1) };
}

/**
 * The value below which that share of the measurements lies, interpolated.
 *
 * @param share from 0 to 1
 * @throws RangeError without measurements
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('no measurements');
  return below + (above - below) * (place - Math.floor(place));
}
