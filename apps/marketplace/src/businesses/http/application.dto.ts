import { ArrayMaxSize, IsOptional, Matches } from 'class-validator';
import { defined, type RegionCode } from '@jaki/kernel';
import { IsDay, IsOneOf, IsRegion, IsText, NestedList } from '@jaki/platform';
import { type Application, type BusinessKind, businessKinds } from '../domain/business.js';
import { type Proof, type ProofKind, proofKinds, type RiskClass, riskClasses } from '../domain/proofs.js';

export class ProofDto {
  @IsOneOf(proofKinds)
  kind!: ProofKind;

  /**
   * As it stands on the document.
   * @example ID31110000123451234
   */
  @IsText(100)
  number!: string;

  /**
   * Its last day, when it ends.
   * @example '2029-12-31'
   */
  @IsOptional()
  @IsDay()
  validUntil?: string;
}

/** What the owner says of the business. */
export class ApplicationDto {
  /**
   * @example Warung Bu Sri
   */
  @IsText(200)
  name!: string;

  @IsOneOf(businessKinds)
  kind!: BusinessKind;

  /**
   * The kelurahan in which it is.
   * @example '31.71.01.1001'
   */
  @IsRegion()
  region!: RegionCode;

  /**
   * Nomor Induk Berusaha; left out while it has none yet.
   * @example '9120001234567'
   */
  @IsOptional()
  @Matches(/^\d{13}$/, { message: 'nib must be 13 digits' })
  nib?: string;

  /**
   * A class of the national classification of business fields.
   * @example '56102'
   */
  @Matches(/^\d{5}$/, { message: 'kbli must be 5 digits' })
  kbli!: string;

  /** By law, of its KBLI: decides what must be shown beside the NIB. */
  @IsOneOf(riskClasses)
  risk!: RiskClass;

  /** One of each kind at most. */
  @NestedList(() => ProofDto)
  @ArrayMaxSize(proofKinds.length)
  proofs: ProofDto[] = [];
}

export function applicationOf({ name, kind, region, nib, kbli, risk, proofs }: ApplicationDto): Application {
  return { name: name.trim(), kind, region, kbli, risk, proofs: proofs.map(proofOf), ...defined({ nib }) };
}

function proofOf({ kind, number, validUntil }: ProofDto): Proof {
  return { kind, number, ...defined({ validUntil }) };
}

/** A step that needs a reason in words, for the owner. */
export class ReasonDto {
  @IsText(2000)
  reason!: string;
}

/** A business after a step. */
export class StepTakenView {
  id!: string;
  /**
   * What people call its application by.
   * @example U000123
   */
  number!: string;
  state!: string;
}
