import { type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { type ModulesContainer } from '@nestjs/core';
import { ACCESS } from './access.js';

/**
 * Stops a start when a route forgot to say who may call it.
 *
 * @throws Error that names each such route
 */
export function refuseUndeclaredRoutes(modules: ModulesContainer): void {
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  const undeclared = controllers.flatMap(({ metatype }) => (metatype ? routesWithoutAccess(metatype as Type) : []));
  if (undeclared.length > 0) {
    throw new Error(`Every route says @Requires(...) or @Public(); these do not: ${undeclared.join(', ')}.`);
  }
}

function routesWithoutAccess(controller: Type): string[] {
  if (Reflect.hasMetadata(ACCESS, controller)) return [];
  return methodsOf(controller)
    .filter(([, method]) => Reflect.hasMetadata(PATH_METADATA, method) && !Reflect.hasMetadata(ACCESS, method))
    .map(([name]) => `${controller.name}.${name}`);
}

function methodsOf(controller: Type): [string, object][] {
  const own = new Map<string, object>();
  let prototype = controller.prototype as object | null;
  while (prototype && prototype !== Object.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === 'function' && name !== 'constructor' && !own.has(name)) own.set(name, value as object);
    }
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return [...own];
}
