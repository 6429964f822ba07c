import { DomainError } from '@jaki/kernel';

/** A place on earth in WGS 84 degrees. */
export interface Position {
  /** -90 to 90, south is negative. */
  readonly lat: number;
  /** -180 to 180, west is negative. */
  readonly long: number;
}

/** Numbers that are no place on earth. */
export class InvalidPosition extends DomainError {
  readonly code = 'invalid_position';
  readonly kind = 'invalid';

  constructor() {
    super('a position needs a latitude from -90 to 90 and a longitude from -180 to 180 degrees');
  }
}

/** @throws InvalidPosition for NaN, infinities and degrees that do not exist; the poles are positions */
export function requirePosition({ lat, long }: Position): void {
  // NaN fails every comparison, so asking for what is right refuses it too.
  if (!(Math.abs(lat) <= 90 && Math.abs(long) <= 180)) throw new InvalidPosition();
}
