import { type Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { type Fault } from '../problems/refusal.js';
import { nestedClass } from './nested.js';
import { escapedName, UNKNOWN_FIELD } from './unstorable.js';

type Class = Type<object>;

interface Search {
  readonly part: Fault['in'];
  /** After how many it stops looking: their number is the client's choice. */
  readonly most: number;
}

/**
 * Finds fields that a DTO class does not declare, whatever they are called (`constructor` as well), before anything is
 * done with them.
 */
export function unknownFields(value: unknown, type: Class, search: Search): Fault[] {
  const faults: Fault[] = [];
  collect({ value, type, pointer: '' }, search, faults);
  return faults;
}

interface Place {
  readonly value: unknown;
  readonly type: Class;
  readonly pointer: string;
}

function collect({ value, type, pointer }: Place, search: Search, faults: Fault[]): void {
  if (typeof value !== 'object' || value === null) return;
  const known = Array.isArray(value) ? undefined : fieldsOf(type);
  for (const name in value) {
    if (faults.length >= search.most) return;
    const here = `${pointer}/${escapedName(name)}`;
    if (known && !known.has(name)) faults.push(unknownField(search.part, here));
    const nested = known ? known.get(name) : type;
    if (nested)
      collect({ value: (value as Record<string, unknown>)[name], type: nested, pointer: here }, search, faults);
  }
}

function unknownField(part: Fault['in'], pointer: string): Fault {
  return { in: part, pointer: pointer.slice(0, 200), ...UNKNOWN_FIELD };
}

/** A copy that holds declared fields alone. */
export function declaredFields(value: unknown, type: Class): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => declaredFields(item, type));
  const entries = Array.from(fieldsOf(type), ([name, nested]) => {
    const child = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return [name, nested ? declaredFields(child, nested) : child] as const;
  });
  return Object.fromEntries(entries.filter(([, child]) => child !== undefined));
}

const declared = new WeakMap<Class, ReadonlyMap<string, Class | undefined>>();

/** The fields that a DTO class declares by its rules, with the class of those that hold objects. */
function fieldsOf(type: Class): ReadonlyMap<string, Class | undefined> {
  const known = declared.get(type);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const fields = new Map(rules.map(({ propertyName }) => [propertyName, nestedClass(type, propertyName)]));
  declared.set(type, fields);
  return fields;
}
