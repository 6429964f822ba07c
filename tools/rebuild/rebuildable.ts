import { allLocals, type ServiceName } from '../dev/local.js';

/** Services whose state is made of events alone, by their `local.ts`. */
export const rebuildable: readonly ServiceName[] = allLocals()
  .filter(([, { rebuild = [] }]) => rebuild.length > 0)
  .map(([service]) => service);

/** The tables that hold such a service's state. */
export function tablesOf(service: ServiceName): readonly string[] {
  return allLocals().find(([name]) => name === service)?.[1].rebuild ?? [];
}

export function isRebuildable(service: string): boolean {
  return rebuildable.includes(service);
}
