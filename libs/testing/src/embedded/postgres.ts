import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './ports.js';
import { postgresBinaries } from './postgres-binaries.js';
import { type OsUser, postgresUser } from './postgres-user.js';
import { run } from './run.js';
import { ServerProcess } from './server-process.js';
import { becomesTrue } from './wait.js';

export interface PostgresOptions {
  /** Everything of this server lies in it: `data`, `postgres.log`. An existing one is taken up again. */
  readonly folder: string;
  readonly port?: number;
  /** The superuser's. Without one everybody on this machine is let in: for tests only. */
  readonly password?: string;
  /** False spares the disk: survives the death of its process, not of the machine. For tests only. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** Of the superuser `postgres`, to the database `postgres`. */
  readonly url: string;
  readonly process: ServerProcess;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** After `stop` or `kill`: the same data on the same port. */
  restart(): Promise<void>;
}

/** Starts PostgreSQL 18 as a child process on 127.0.0.1; makes its data folder the first time. */
export async function embeddedPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const user = postgresUser();
  const { initdb, postgres } = await postgresBinaries(user);
  const port = options.port ?? (await freePort());
  const data = join(options.folder, 'data');
  if (!existsSync(data)) await makeData(initdb, options, user);
  const secret = options.password === undefined ? '' : `:${encodeURIComponent(options.password)}`;
  const url = `postgres://postgres${secret}@127.0.0.1:${port}/postgres`;
  const args = ['-D', data, '-p', String(port), ...settingsOf(options).flatMap((setting) => ['-c', setting])];
  const env = { ...process.env, TZ: 'UTC', LC_ALL: 'C' };
  const running = { command: postgres, args, env, user, ready: () => answers(url) };
  const server = new ServerProcess({ name: 'postgres', folder: options.folder, stopSignal: 'SIGINT', ...running });
  await startPatiently(server);
  return {
    port,
    url,
    process: server,
    stop: () => server.stop(),
    kill: () => server.kill(),
    restart: () => startPatiently(server),
  };
}

async function makeData(initdb: string, options: PostgresOptions, user: OsUser | undefined): Promise<void> {
  const { folder, password } = options;
  // Under another name until complete: a killed initdb leaves nothing that looks like a database.
  const unfinished = join(folder, `data.${process.pid}`);
  const passwordFile = join(folder, `password.${process.pid}`);
  mkdirSync(folder, { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${password ?? ''}\n`, { mode: 0o600 });
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  const auth = password === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const locale = ['--locale=C', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(initdb, ['-D', unfinished, '--username=postgres', ...auth, ...locale, '--no-sync'], {
      cwd: folder,
      ...user,
    });
    renameSync(unfinished, join(folder, 'data'));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function settingsOf({ durable = true, settings = {} }: PostgresOptions): string[] {
  const base = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '300',
    wal_level: 'minimal',
    max_wal_senders: '0',
    jit: 'off',
  };
  // Commits still reach the operating system before they are answered: a SIGKILL of the server loses none.
  const careless = durable ? {} : { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB' };
  return Object.entries({ ...base, ...careless, ...settings }).map(([name, value]) => `${name}=${value}`);
}

/**
 * Backends of a killed server hold its shared memory for a moment longer, and its number stays taken until somebody
 * reaps it; PostgreSQL refuses to start until then.
 */
async function startPatiently(server: ServerProcess): Promise<void> {
  let refusal: unknown;
  const started = await becomesTrue(
    async () => {
      try {
        await server.start();
        return true;
      } catch (error) {
        refusal = error;
        if (!/shared memory|is still in use|postmaster\.pid" already exists/.test(String(error))) throw error;
        return false;
      }
    },
    10_000,
    200,
  );
  if (!started) throw refusal;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
