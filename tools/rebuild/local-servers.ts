import { existsSync } from 'node:fs';
import { findPlatform, secretsOf } from '../dev/addresses.js';
import { claim } from '../dev/claim.js';
import { chooseFolder } from '../dev/data-folder.js';
import { portsFrom } from '../dev/ports.js';
import { startServers } from '../dev/servers.js';
import { databaseUrl, type ServiceName } from '../dev/services.js';
import { UndoStack } from '../dev/undo-stack.js';
import { CannotRebuild } from './request.js';

export interface Place {
  readonly database: string;
  readonly brokers: readonly string[];
}

/**
 * Runs the work on PostgreSQL and Kafka of the platform on this machine, which are started for it: the platform itself
 * must not run, as its services would read on.
 *
 * @throws CannotStart | CannotRebuild in one sentence
 */
export async function onLocalServers<Result>(
  service: ServiceName,
  work: (place: Place) => Promise<Result>,
): Promise<Result> {
  const { folder } = chooseFolder(process.env);
  if (!existsSync(folder)) throw new CannotRebuild(`There is nothing to rebuild: ${folder} does not exist.`);
  const ports = portsFrom(process.env);
  const quiet = () => undefined;
  const undo = new UndoStack();
  try {
    undo.push(await claim(folder, ports, quiet));
    const secrets = secretsOf(folder);
    await secrets.prepare();
    const { kafka } = await startServers({ folder, ports, secrets }, { undo, progress: quiet });
    return await work({ database: databaseUrl(service, { folder, ports, secrets }), brokers: kafka.brokers });
  } finally {
    await undo.unwind();
  }
}

/** @throws CannotRebuild when no platform runs here */
export function runningDatabase(service: ServiceName): string {
  const { folder } = chooseFolder(process.env);
  const platform = findPlatform(folder);
  if (platform !== undefined) return platform.database(service);
  throw new CannotRebuild(`No platform runs from ${folder}: start it with \`npm start\`, or name --database.`);
}
