import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
} from 'class-validator';
import { IsCode, IsId, IsMoment, IsOneOf, IsText, Nested } from '@jaki/platform';
import type { PhotoId } from '../../report/domain/ids.js';
import { type NewReport } from '../use-cases/file-report.js';

/** A place in WGS 84 degrees. */
/** A number of degrees on either side. class-validator's own read its text, and so refuse 1e-7. */
const IsDegrees = (name: string, most: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ minimum: -most, maximum: most }),
    ValidateBy({
      name,
      validator: {
        validate: (value) => typeof value === 'number' && Math.abs(value) <= most,
        defaultMessage: () => `$property must be a number of degrees from -${most} to ${most}`,
      },
    }),
  );

export class PinDto {
  /**
   * @example -6.1767
   */
  @IsDegrees('isLatitude', 90)
  lat!: number;

  /**
   * @example 106.8263
   */
  @IsDegrees('isLongitude', 180)
  long!: number;
}

/** A channel's own name for what it files. A second filing with the same one is refused: `already_filed`. */
export class ReferenceDto {
  /**
   * @example petabencana
   */
  @IsCode()
  source!: string;

  @IsString()
  @Matches(/^[\x21-\x7e]{1,200}$/, { message: 'id must be 1 to 200 visible ASCII characters' })
  id!: string;
}

export class FileReportDto {
  /**
   * One of `GET /v1/categories`.
   * @example flood
   */
  @IsCode()
  category!: string;

  /**
   * @example Air setinggi lutut di depan pasar
   */
  @IsText(4000)
  description!: string;

  @Nested(() => PinDto)
  pin!: PinDto;

  /**
   * @example Depan pasar
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  landmark?: string;

  @IsOneOf(['private', 'public'])
  visibility: 'private' | 'public' = 'private';

  /**
   * When it was seen, if not now.
   * @example 2026-11-22T10:00:00+07:00
   */
  @IsOptional()
  @IsMoment()
  observedAt?: string;

  /** Photos uploaded before, unused. */
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsId({ each: true })
  photoIds: string[] = [];

  /** For channel accounts only. */
  @IsOptional()
  @Nested(() => ReferenceDto)
  reference?: ReferenceDto;
}

export function newReportOf(dto: FileReportDto): NewReport {
  const { category, description, pin, landmark, visibility, observedAt, photoIds, reference } = dto;
  return {
    category,
    description,
    pin,
    landmark,
    visibility,
    reference,
    observedAt: observedAt === undefined ? undefined : new Date(observedAt),
    photoIds: photoIds.map((id) => id as PhotoId),
  };
}

/** What a filing is answered with. */
export class FiledReportView {
  id!: string;
  number!: string;
  state!: string;
  region!: string;
  /** The agency in whose queue it is; null while none is known to be responsible. */
  agencyId!: string | null;
  filedAt!: string;
}
