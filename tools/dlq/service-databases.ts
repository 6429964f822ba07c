import { Kysely, PostgresDialect } from 'kysely';
import { type AnyKysely, type DeadLetterSummary } from '@jaki/messaging';
import { createPool } from '@jaki/platform';
import { findPlatform } from '../dev/addresses.js';
import { chooseFolder } from '../dev/data-folder.js';
import { serviceNames } from '../dev/services.js';
import { CannotOperate, type Request } from './command.js';

/** A service's database, in which its dead letters lie. */
export interface ServiceDatabase {
  readonly service: string;
  readonly kysely: AnyKysely;
}

/** A letter and the service in whose database it lies. */
export interface LetterAt<Letter extends DeadLetterSummary = DeadLetterSummary> {
  readonly service: string;
  readonly letter: Letter;
}

/**
 * Runs the work on the databases that the request means, and closes them.
 *
 * @throws CannotOperate when there are none
 */
export async function atDatabases<Result>(
  request: Pick<Request, 'service' | 'database'>,
  work: (databases: readonly ServiceDatabase[]) => Promise<Result>,
): Promise<Result> {
  const databases = addressesOf(request).map(({ service, url }) => ({ service, kysely: connect(url) }));
  try {
    return await work(databases);
  } finally {
    await Promise.all(databases.map(({ kysely }) => kysely.destroy()));
  }
}

function addressesOf({ service, database }: Pick<Request, 'service' | 'database'>) {
  if (database !== undefined) return [{ service: service ?? nameIn(database), url: database }];
  const known = serviceNames.filter((name) => service === undefined || name === service);
  if (known.length === 0) {
    throw new CannotOperate(`There is no service ${String(service)}: choose one of ${serviceNames.join(', ')}.`);
  }
  const { folder } = chooseFolder(process.env);
  const platform = findPlatform(folder);
  if (platform === undefined) {
    throw new CannotOperate(
      `No platform runs from ${folder}: start one with \`npm start\`, or name a service's database with --database.`,
    );
  }
  return known.map((name) => ({ service: name, url: platform.database(name) }));
}

/** Each service's database is called as the service is. */
function nameIn(url: string): string {
  try {
    return new URL(url).pathname.slice(1);
  } catch (cause) {
    throw new CannotOperate('--database is an address such as postgres://user:password@host:5432/reports.', { cause });
  }
}

function connect(url: string): AnyKysely {
  const pool = createPool(url, { name: 'dlq', size: 2 });
  const lost = () => undefined;
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
