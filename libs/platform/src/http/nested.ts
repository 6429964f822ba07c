import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';

/** The field holds one object of that DTO class. `@ValidateNested()` alone would let `[]` through. */
export const Nested = (type: () => Class): PropertyDecorator =>
  applyDecorators(remember(type), Type(type), IsObject(), ValidateNested());

/** The field holds a list of objects of that DTO class. */
export const NestedList = (type: () => Class): PropertyDecorator =>
  applyDecorators(remember(type), Type(type), IsArray(), IsObject({ each: true }), ValidateNested({ each: true }));

const classes = new Map<object, Map<string | symbol, () => Class>>();

function remember(type: () => Class): PropertyDecorator {
  return (target, field) => {
    const fields = classes.get(target) ?? new Map<string | symbol, () => Class>();
    classes.set(target, fields.set(field, type));
  };
}

/** The class of the objects that a DTO's field holds, if `@Nested` or `@NestedList` said so, there or in a parent. */
export function nestedClass(type: Class, field: string): Class | undefined {
  for (let at: unknown = type.prototype; typeof at === 'object' && at !== null; at = Object.getPrototypeOf(at)) {
    const found = classes.get(at)?.get(field);
    if (found) return found();
  }
  return undefined;
}
