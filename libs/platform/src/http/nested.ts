import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';

/** The field holds one object of that DTO class. `@ValidateNested()` alone would let `[]` through. */
export const Nested = (type: () => Class): PropertyDecorator =>
  applyDecorators(Type(type), IsObject(), ValidateNested());

/** The field holds a list of objects of that DTO class. */
export const NestedList = (type: () => Class): PropertyDecorator =>
  applyDecorators(Type(type), IsArray(), IsObject({ each: true }), ValidateNested({ each: true }));
