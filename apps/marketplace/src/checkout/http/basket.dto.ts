import { IsInt, Max, Min } from 'class-validator';
import { IsId } from '@jaki/platform';
import type { OfferId } from '../../listings/domain/listing.js';

/** More of anything than one payment could pay. */
const MOST = 1_000_000_000;

export class BasketLineDto {
  @IsId()
  offerId!: OfferId;

  /**
   * In the unit's base: grams for kg.
   * @example 2
   */
  @IsInt()
  @Min(0)
  @Max(MOST)
  quantity!: number;
}
