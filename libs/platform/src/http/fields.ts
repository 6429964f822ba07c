import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength, ValidateBy } from 'class-validator';
import { isDay, parseMoment, REGION_CODE } from '@jaki/kernel';

/** What OpenAPI says of a text field, or of each text in a list. */
function says(text: { format?: string; pattern?: string; minLength?: number; maxLength?: number }, each = false) {
  return each
    ? ApiProperty({ type: 'array', items: { type: 'string', ...text } })
    : ApiProperty({ type: String, ...text });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUID, read without regard to case (RFC 9562, 4) and from then on in lower case. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    says({ format: 'uuid' }, options.each),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowerCase) : lowerCase(value))),
    Matches(UUID, { ...options, message: '$property must be a UUID' }),
  );

function lowerCase(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** A letter, digit, sign or symbol; not what is drawn as nothing, such as a joiner, a filler or an empty Braille cell. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** What OpenAPI can say of it, in a regular expression that every language reads: most of what is drawn as nothing is out. */
const SEEN = String.raw`[!-~\u00a1-\uffff]`;

/** Text for people: up to so many characters, with something to see in it. */
export const IsText = (most: number): PropertyDecorator =>
  applyDecorators(
    says({ minLength: 1, maxLength: most, pattern: SEEN }),
    IsString(),
    MaxLength(most),
    Matches(VISIBLE, { message: '$property must say something' }),
  );

const CODE = /^[a-z][a-z0-9_]{0,62}$/;

/** A lower_snake_case code. */
export const IsCode = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    says({ pattern: CODE.source }, options.each),
    Matches(CODE, { ...options, message: '$property must be a lower_snake_case code' }),
  );

/** One of these values, or a list of them. */
export const IsOneOf = (values: readonly string[], { each = false }: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    each
      ? ApiProperty({ type: 'array', items: { type: 'string', enum: [...values] } })
      : ApiProperty({ type: String, enum: [...values] }),
    IsIn(values, { each }),
  );

/** An RFC 3339 moment that says its zone. */
export const IsMoment = (): PropertyDecorator =>
  applyDecorators(
    says({ format: 'date-time' }),
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: (value) => typeof value === 'string' && parseMoment(value) !== undefined,
        defaultMessage: () => '$property must be a moment such as 2026-11-22T10:00:00+07:00',
      },
    }),
  );

/** A calendar day that exists, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  applyDecorators(
    says({ format: 'date' }),
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day such as 2026-11-22',
      },
    }),
  );

/** The code of a region of any level, such as 31.71: each level lies in the one before its last dot. */
export const IsRegion = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    says({ pattern: REGION_CODE.source }, options.each),
    Matches(REGION_CODE, { ...options, message: '$property must be a region code such as 31.71' }),
  );
