import { parseArgs } from 'node:util';
import { type ServiceName } from '../dev/local.js';
import { isRebuildable, rebuildable } from './rebuildable.js';

/** What the operator wants, and of which platform: without an address, of the one on this machine. */
export interface Request {
  readonly service: ServiceName;
  /** Puts back what no event tells, after the service has caught up. */
  readonly finish: boolean;
  readonly database: string | undefined;
  readonly brokers: readonly string[] | undefined;
  readonly prefix: string;
}

/** The rebuild cannot be done. The message is for the person at the terminal. */
export class CannotRebuild extends Error {
  override readonly name = 'CannotRebuild';
}

export const USAGE = `Makes a service's state anew from its events.

  npm run rebuild -- notifications             while the service is down
  npm run rebuild -- notifications --finish    when it runs again and has caught up: puts the read marks back

  --database postgres://… --brokers host:port,…   of a platform that runs elsewhere
  --prefix P                                      its KAFKA_TOPIC_PREFIX, if it has one`;

/** @throws CannotRebuild that says what is missing */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  const [service, ...more] = positionals;
  if (service === undefined || more.length > 0) throw new CannotRebuild(USAGE);
  if (!isRebuildable(service)) {
    const known = rebuildable.join(', ');
    throw new CannotRebuild(`${service} cannot be rebuilt: only the state of ${known} is made of events alone.`);
  }
  const { database, brokers, prefix = '', finish = false } = values;
  if (!finish && (database === undefined) !== (brokers === undefined)) {
    throw new CannotRebuild('Name both --database and --brokers, or neither for the platform on this machine.');
  }
  return { service, finish, database, brokers: brokers?.split(','), prefix };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { database: text, brokers: text, prefix: text, finish: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new CannotRebuild(`${(cause as Error).message}\n\n${USAGE}`, { cause });
  }
}
