import { IsOptional } from 'class-validator';
import { IsOneOf, IsRegion, PageQuery } from '@jaki/platform';
import { type BusinessKind, businessKinds } from '../domain/business.js';

export class BusinessQuery extends PageQuery {
  /**
   * Only those in it: a region of any level.
   * @example '31.71'
   */
  @IsOptional()
  @IsRegion()
  region?: string;

  @IsOptional()
  @IsOneOf(businessKinds)
  kind?: BusinessKind;
}
