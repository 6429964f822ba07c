import { type Type } from '@nestjs/common';
import { createService, type RunningService } from './create-service.js';

const DEADLINE = 15_000;

/**
 * A service's whole `main.ts`. Runs until SIGTERM, SIGINT or the end of its launcher's IPC channel, then stops in
 * order and exits 0; a start that fails says why in one log line and exits 1.
 */
export async function runService(appModule: Type): Promise<void> {
  try {
    const service = await createService(appModule);
    service.log.info({ url: service.url, pid: process.pid }, 'ready');
    if (process.connected) process.send?.({ ready: service.url });
    const stop = stopWhenTold(service);
    // Its end may have come while we were starting: then the event is past.
    if (process.send && !process.connected) stop('launcher gone');
  } catch (error) {
    const reason = error instanceof Error ? reasonOf(error) : String(error);
    process.stdout.write(`${JSON.stringify({ level: 'fatal', time: new Date().toISOString(), msg: reason })}\n`);
    process.exit(1);
  }
}

function stopWhenTold(service: RunningService): (why: string) => void {
  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    service.log.info({ why }, 'stopping');
    endWith(service);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  // A launcher that was killed cannot send a signal; its end closes the channel.
  process.on('disconnect', () => stop('launcher gone'));
  return stop;
}

/** Ends the process once the service has finished what it does, or when that takes too long. */
function endWith(service: RunningService): void {
  const { log } = service;
  setTimeout(() => {
    log.error('what was running did not finish in time');
    process.exit(1);
  }, DEADLINE).unref();
  service.close().then(
    () => process.exit(0),
    (err: unknown) => {
      log.error({ err }, 'did not stop in order');
      process.exit(1);
    },
  );
}

/** One sentence for people who start a service. Programs have exit code 1. */
function reasonOf(error: Error): string {
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken: stop what uses it or set PORT.`;
  if (code === 'ECONNREFUSED')
    return `Nothing answers at ${String(address)}:${String(port)} (the database?): start it or mend DATABASE_URL.`;
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : undefined;
  if (first instanceof Error) return reasonOf(first);
  return error.name === 'Error' || error.name === 'ConfigError' ? error.message : `${error.name}: ${error.message}`;
}
