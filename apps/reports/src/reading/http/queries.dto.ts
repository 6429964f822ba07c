import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { IsCode, IsOneOf, IsRegion, PageQuery } from '@jaki/platform';
import { states } from '../../report/domain/states.js';
import { type Box } from '../queries/list-reports.js';

const STATES = Object.keys(states);

/** Four numbers; that they are a box of degrees, a pattern cannot say. */
const BOX = String.raw`^-?\d{1,3}(\.\d+)?(,-?\d{1,3}(\.\d+)?){3}$`;

const toBox = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').map((part) => (part.trim() === '' ? NaN : Number(part))) : value;

/** `west,south,east,north` in degrees, as in GeoJSON. */
const IsBox = (): PropertyDecorator =>
  ValidateBy({
    name: 'isBox',
    validator: { validate: isBox, defaultMessage: () => '$property must be west,south,east,north in degrees' },
  });

function isBox(value: unknown): boolean {
  // A name that is given several times comes as a list of texts.
  if (!Array.isArray(value) || value.length !== 4 || !value.every(Number.isFinite)) return false;
  const [west, south, east, north] = value as unknown as Box;
  return west >= -180 && west <= east && east <= 180 && south >= -90 && south <= north && north <= 90;
}

export class PublicListQuery extends PageQuery {
  /**
   * A region code of any level: all below it.
   * @example '31.71'
   */
  @IsOptional()
  @IsRegion()
  region?: string;

  @IsOptional()
  @IsCode()
  category?: string;

  @IsOptional()
  @IsOneOf(STATES)
  state?: string;

  /**
   * west,south,east,north in degrees
   * @example 106.8,-6.2,106.9,-6.1
   */
  @IsOptional()
  @Transform(toBox)
  @ApiProperty({ type: String, pattern: BOX, example: '106.8,-6.2,106.9,-6.1' })
  @IsBox()
  bbox?: Box;
}

export class MapQuery {
  /**
   * west,south,east,north in degrees
   * @example 106.8,-6.2,106.9,-6.1
   */
  @Transform(toBox)
  @ApiProperty({ type: String, pattern: BOX, example: '106.8,-6.2,106.9,-6.1' })
  @IsBox()
  bbox!: Box;

  @IsOptional()
  @IsCode()
  category?: string;

  @IsOptional()
  @IsOneOf(STATES)
  state?: string;
}

export class CountsQuery {
  /**
   * A region code of any level: all below it.
   * @example '31.71'
   */
  @IsOptional()
  @IsRegion()
  region?: string;
}

export class QueueQuery extends PageQuery {
  @IsOptional()
  @IsOneOf(STATES)
  state?: string;
}
