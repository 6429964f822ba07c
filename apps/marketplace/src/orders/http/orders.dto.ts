import { Matches } from 'class-validator';

export class PickupCodeDto {
  /**
   * What the buyer shows.
   * @example '042117'
   */
  @Matches(/^\d{6}$/, { message: 'code must be 6 digits' })
  code!: string;
}
