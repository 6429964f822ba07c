import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { IsOneOf, IsRegion, IsText, PageQuery } from '@jaki/platform';
import { type Category, categoryCodes } from '../../listings/domain/categories.js';

export class SearchQuery extends PageQuery {
  /**
   * What is looked for, in words.
   * @example soto betawi
   */
  @IsText(200)
  q!: string;

  /**
   * Only of businesses in it: a region of any level.
   * @example '31.71'
   */
  @IsOptional()
  @IsRegion()
  region?: string;

  @IsOptional()
  @IsOneOf(categoryCodes)
  category?: Category;

  /**
   * Only what has an offer that costs no more, whole rupiah.
   * @example 30000
   */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  priceMax?: number;
}
