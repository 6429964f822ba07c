import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsText } from '@jaki/platform';
import type { Bill } from '../domain/payment-code.js';

export class QrisCodeDto {
  /** What is in the QR code, as it was scanned. */
  @IsText(1000)
  code!: string;
}

/** With an amount the code is made out for that bill. */
export class BillQuery {
  /**
   * Whole rupiah.
   * @example 25000
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(9_999_999_999)
  amount?: number;

  /**
   * What the business finds the payment by, when there is an amount; `BAYAR` unless told.
   * @example 'INV-1'
   */
  @IsOptional()
  @Matches(/^[!-~]{1,25}$/, { message: 'billNumber must be 1 to 25 visible ASCII characters' })
  billNumber?: string;
}

/** The bill of a query; undefined without an amount. */
export function billOf({ amount, billNumber = 'BAYAR' }: BillQuery): Bill | undefined {
  return amount === undefined ? undefined : { amount, billNumber };
}
