import { join } from 'node:path';
import { ServiceProcess } from '@jaki/testing/embedded';
import { recordOf } from './claim.js';
import { type Output } from './output.js';
import { environmentOf, mainOf, type ServiceName, serviceNames, type ServiceSurroundings } from './services.js';
import { type UndoStack } from './undo-stack.js';

export interface Equipment {
  readonly undo: UndoStack;
  readonly output: Output;
  /** Beside each service's own configuration. */
  readonly env: Readonly<Record<string, string>>;
}

/** Starts every service as its own process, side by side, and returns when all are ready. */
export async function startServices(
  surroundings: ServiceSurroundings,
  { undo, output, env }: Equipment,
): Promise<ReadonlyMap<ServiceName, ServiceProcess>> {
  const { folder, ports } = surroundings;
  const record = recordOf(folder);
  const processes = serviceNames.map((name) => {
    const onLine = output.from(name, join(folder, 'logs'));
    const own = { ...environmentOf(name, surroundings), ...env };
    return new ServiceProcess({ name, main: mainOf(name), port: ports.of(name), env: own, record, onLine });
  });
  undo.push(() => Promise.all(processes.map((service) => service.stop())));
  const started = await Promise.allSettled(processes.map((service) => service.start()));
  for (const outcome of started) if (outcome.status === 'rejected') throw outcome.reason;
  return new Map(processes.map((service) => [service.spec.name, service]));
}
