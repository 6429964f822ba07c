import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { type OrganisationId, type RegionCode } from '@jaki/kernel';
import { IsCode, IsId, IsOneOf, IsRegion, IsText, PageQuery } from '@jaki/platform';
import { type MemberRole, memberRoles, type OrganisationKind, organisationKinds } from '../domain/kinds.js';

export class OrganisationQuery extends PageQuery {
  @IsOptional()
  @IsOneOf(organisationKinds)
  readonly kind?: OrganisationKind;

  /** Only those competent there. @example '31.71.01.1001' */
  @IsOptional()
  @IsRegion()
  readonly region?: string;

  /** Only those responsible for it. @example 'flood' */
  @IsOptional()
  @IsCode()
  readonly category?: string;
}

export class RegisterOrganisationDto {
  /** @example 'Dinas Sumber Daya Air' */
  @IsText(200)
  readonly name!: string;

  @IsOneOf(organisationKinds)
  readonly kind!: OrganisationKind;

  /** The agency above a sub-agency. */
  @IsOptional()
  @IsId()
  readonly parentId?: OrganisationId;

  /** Region codes of any level: where it is competent. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsRegion({ each: true })
  readonly regions!: RegionCode[];

  /** Report categories it is responsible for. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsCode({ each: true })
  readonly categories?: string[];
}

export class ChangeOrganisationDto {
  @IsOptional()
  @IsText(200)
  readonly name?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsRegion({ each: true })
  readonly regions?: RegionCode[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsCode({ each: true })
  readonly categories?: string[];
}

export class AddMemberDto {
  /** Who it is, by phone. @example '+6281234567890' */
  @IsString()
  @MaxLength(32)
  readonly phone!: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsOneOf(memberRoles, { each: true })
  readonly roles!: MemberRole[];

  /** Narrows where the member acts; without it, everywhere that the organisation does. */
  @IsOptional()
  @IsRegion()
  readonly region?: RegionCode;
}

export class RemoveMemberDto {
  /** @example '+6281234567890' */
  @IsString()
  @MaxLength(32)
  readonly phone!: string;
}

export class RegisteredView {
  readonly id!: string;
}

export class MemberView {
  readonly roles!: string[];
  readonly region?: string;
}
