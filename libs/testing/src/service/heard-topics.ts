import { type Topic } from '@jaki/contracts';
import { eventsHeardBy } from '@jaki/messaging';

type Class = abstract new (...given: never[]) => unknown;
/** A module's class, or what a dynamic module is described by. */
type ModuleLike = Class | { readonly module?: Class; readonly imports?: unknown; readonly controllers?: unknown };

/** The topics of the events that a module's controllers handle, those of the modules that it imports included. */
export function heardTopics(module: unknown, seen = new Set<unknown>()): Topic[] {
  if (!isModule(module) || seen.has(module)) return [];
  seen.add(module);
  const own = controllersOf(module).flatMap((controller) => eventsHeardBy(controller).map(({ topic }) => topic));
  return [...new Set([...own, ...importsOf(module).flatMap((each) => heardTopics(each, seen))])];
}

function isModule(module: unknown): module is ModuleLike {
  return typeof module === 'function' || (typeof module === 'object' && module !== null);
}

function importsOf(module: ModuleLike): unknown[] {
  if (typeof module === 'function') return listIn(module, 'imports');
  return [...((module.imports as unknown[] | undefined) ?? []), ...(module.module ? [module.module] : [])];
}

function controllersOf(module: ModuleLike): Class[] {
  if (typeof module === 'function') return listIn(module, 'controllers') as Class[];
  return (module.controllers as Class[] | undefined) ?? [];
}

function listIn(module: Class, name: string): unknown[] {
  return (Reflect.getMetadata(name, module) as unknown[] | undefined) ?? [];
}
