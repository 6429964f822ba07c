import { IsOptional } from 'class-validator';
import { IsId, IsOneOf, IsRegion, PageQuery } from '@jaki/platform';
import { type Category, categoryCodes } from '../domain/categories.js';

export class ListingQuery extends PageQuery {
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

  /** Only of that business. */
  @IsOptional()
  @IsId()
  businessId?: string;
}
