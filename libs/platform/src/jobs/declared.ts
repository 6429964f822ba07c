import { type ModulesContainer } from '@nestjs/core';

/** A method that was declared with options by a decorator, bound to its instance. */
export interface Declared<Options> {
  readonly options: Options;
  readonly run: (data?: unknown) => Promise<unknown>;
}

/**
 * Every method of the service's providers that a decorator left its options at.
 *
 * @param optionsOf reads them from a method; undefined when it has none
 */
export function declaredMethods<Options>(
  modules: ModulesContainer,
  optionsOf: (method: unknown) => Options | undefined,
): Declared<Options>[] {
  const instances = [...modules.values()].flatMap((module) =>
    [...module.providers.values()].map(({ instance }): unknown => instance),
  );
  return [...new Set(instances)].filter(isObject).flatMap((instance) => methodsOf(instance, optionsOf));
}

function methodsOf<Options>(
  instance: object,
  optionsOf: (method: unknown) => Options | undefined,
): Declared<Options>[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
  const names = prototype === null ? [] : Object.getOwnPropertyNames(prototype);
  return names.flatMap((name) => {
    const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
    const options = optionsOf(method);
    if (options === undefined || typeof method !== 'function') return [];
    const run = (data: unknown) =>
      Promise.resolve().then(() => (method as (data: unknown) => unknown).call(instance, data));
    return [{ options, run }];
  });
}

/** @throws TypeError when two of them have one name */
export function refuseDoubles(what: string, names: readonly string[]): void {
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) throw new TypeError(`two ${what} are called ${double}`);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
