import { IsOptional } from 'class-validator';
import { IsCode, IsDay, IsId, IsText } from '@jaki/platform';

const NOTE = 2000;

/** A step that needs nothing. The note is for the reporter and the organisations involved. */
export class StepDto {
  @IsOptional()
  @IsText(NOTE)
  note?: string;
}

export class CoordinateDto {
  /** The agency that is really responsible. */
  @IsId()
  agencyId!: string;

  @IsText(NOTE)
  note!: string;
}

export class DispatchDto extends StepDto {
  /** One of the agency's own sub-agencies. */
  @IsId()
  subAgencyId!: string;
}

export class PromiseDto extends StepDto {
  /**
   * A day after today in the city's time zone.
   * @example 2026-12-01
   */
  @IsDay()
  finishBy!: string;
}

export class CompleteDto extends StepDto {
  /** A photo that the executor uploaded, used for nothing else. */
  @IsId()
  beforePhotoId!: string;

  /** Another one. */
  @IsId()
  afterPhotoId!: string;
}

/** A step that needs a reason in words. */
export class ReasonDto {
  @IsText(NOTE)
  reason!: string;
}

export class RejectDto {
  /**
   * One of `GET /v1/rejection-reasons`.
   * @example duplicate
   */
  @IsCode()
  reason!: string;

  /** For the reporter. */
  @IsText(NOTE)
  text!: string;
}

/** A report after a step. */
export class StepTakenView {
  id!: string;
  number!: string;
  state!: string;
}
