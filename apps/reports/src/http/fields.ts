import { isDay, parseMoment } from '@jaki/kernel';
import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength, ValidateBy } from 'class-validator';

/** A lower-case UUID. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, {
    ...options,
    message: '$property must be a lower-case UUID',
  });

/** Text for people: up to so many characters, not only blanks. */
export const IsText = (most: number): PropertyDecorator =>
  applyDecorators(IsString(), MaxLength(most), Matches(/\S/, { message: '$property must say something' }));

/** A lower_snake_case code. */
export const IsCode = (): PropertyDecorator =>
  Matches(/^[a-z][a-z0-9_]{0,62}$/, { message: '$property must be a lower_snake_case code' });

/** An RFC 3339 moment that says its zone. */
export const IsMoment = (): PropertyDecorator =>
  ValidateBy({
    name: 'isMoment',
    validator: {
      validate: (value) => typeof value === 'string' && parseMoment(value) !== undefined,
      defaultMessage: () => '$property must be a moment such as 2026-11-22T10:00:00+07:00',
    },
  });

/** A calendar day that exists, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && isDay(value),
      defaultMessage: () => '$property must be a day such as 2026-11-22',
    },
  });
