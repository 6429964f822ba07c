import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '@jaki/testing';
import { readIdentity } from '@jaki/testing/embedded';
import { type Addresses, findPlatform } from '../addresses.js';
import { freePorts, type Ports } from '../ports.js';
import { serviceNames } from '../services.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'jaki-launcher-'));
const folder = join(home, 'data');
let ports: Ports;
const launchers: Launcher[] = [];

beforeAll(async () => {
  // Like the folder of a person: others may walk through it.
  chmodSync(home, 0o755);
  ports = await freePorts();
});

afterAll(async () => {
  await Promise.all(launchers.map((launcher) => launcher.end('SIGTERM')));
  rmSync(home, { recursive: true, force: true });
});

/** `npm start` (or `npm run reset`) as a person has it: a process, its output, its exit code. */
class Launcher {
  output = '';
  errors = '';
  readonly ended: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (bytes) => (this.output += String(bytes)));
    child.stderr?.on('data', (bytes) => (this.errors += String(bytes)));
    this.ended = new Promise((resolve) => child.once('close', resolve));
    launchers.push(this);
  }

  static run(program: 'start' | 'reset' | 'test/throw-away', env: Record<string, string> = {}): Launcher {
    const moved = Object.entries(ports).map(([name, port]) => [`JAKI_${name.toUpperCase()}_PORT`, String(port)]);
    const variables = {
      ...process.env,
      ...(Object.fromEntries(moved) as Record<string, string>),
      JAKI_DATA: folder,
      ...env,
    };
    const source = ['-C', '@jaki/source', '--import', join(root, 'tools/swc-register.mjs')];
    return new Launcher(
      spawn(process.execPath, [...source, join(root, `tools/dev/${program}.ts`)], { env: variables }),
    );
  }

  async ready(): Promise<Addresses> {
    const stop = new Promise<never>((_, reject) => {
      void this.ended.then(() => reject(new Error(`ended: ${this.errors}${this.output}`)));
    });
    const table = eventually(() => expect(this.output).toContain('npm run demo'), { within: 120_000, every: 100 });
    await Promise.race([table, stop]);
    return findPlatform(folder)!;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Every process of this machine that has our data folder in its command line or environment. */
function processesOfFolder(of = folder): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      return command.includes(of) || environment.includes(of) ? [`${pid} ${command}`] : [];
    } catch {
      return [];
    }
  });
}

const temporaryFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jaki-test-'));
const ownerOf = (name: string) => readIdentity(join(tmpdir(), name, 'owner.json'))?.pid;
const pidOf = (name: 'postgres' | 'kafka') => readIdentity(join(folder, name, 'processes', `${name}.json`))!.pid;

const isReady = async (url: string) => (await fetch(`${url}/health/ready`)).status;

const allReady = async (addresses: Addresses) => {
  for (const name of serviceNames) expect(await isReady(addresses[name])).toBe(200);
};

async function post(
  url: string,
  body: object,
  token?: string,
): Promise<{ status: number; body: Record<string, string> }> {
  const form = body instanceof URLSearchParams;
  const headers = {
    ...(!form && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: form ? body : JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** @returns the status of the first authenticated POST */
async function fileAsCitizen({ identity, reports, sms }: Addresses): Promise<number> {
  const phone = '+6281200000001';
  const challenge = await post(`${identity}/v1/otp-challenges`, { phone });
  const code = await eventually(async () => {
    const answer = await fetch(`${sms}/messages?to=${encodeURIComponent(phone)}`);
    const { items } = (await answer.json()) as { items: { text: string }[] };
    return /\b\d{6}\b/.exec(items.at(-1)!.text)![0];
  });
  const grant = {
    grant_type: 'urn:jaki:params:oauth:grant-type:otp',
    client_id: 'jaki-app',
    resource: 'urn:jaki:reports',
  };
  const login = new URLSearchParams({ ...grant, phone, challenge_id: challenge.body['challengeId']!, code });
  const token = await post(`${identity}/oauth/token`, login);
  const report = { category: 'flood', description: 'Air setinggi lutut', pin: { lat: -6.1754, long: 106.8272 } };
  return (await post(`${reports}/v1/reports`, report, token.body['access_token'])).status;
}

describe('npm start', () => {
  let launcher: Launcher;
  let addresses: Addresses;

  it('says in one line what keeps it from starting, and exits 1', async () => {
    const other = createServer().listen(ports.kafka, '127.0.0.1');
    const blocked = Launcher.run('start');
    expect(await blocked.ended).toBe(1);
    expect(blocked.errors).toMatch(new RegExp(`^Port ${ports.kafka} \\(kafka\\) is taken: [^\\n]+\\.\\n$`));
    other.close();
    const javaless = Launcher.run('start', { PATH: home, JAVA_HOME: '' });
    expect(await javaless.ended).toBe(1);
    expect(javaless.errors).toMatch(/^Kafka needs Java and java does not run: [^\n]+\.\n$/);
    expect(processesOfFolder()).toEqual([]);
  }, 60_000);

  it('ends with every service ready, the example data in and a table of where things are', async () => {
    launcher = Launcher.run('start');
    addresses = await launcher.ready();
    await allReady(addresses);
    for (const name of serviceNames) expect(launcher.output).toContain(`${addresses[name]}/docs`);
    const organisations = await fetch(`${addresses.identity}/v1/organisations?limit=1`);
    expect(await organisations.json()).toMatchObject({ items: [{ id: expect.any(String) as unknown }] });
  }, 180_000);

  it('is ready then: a citizen logs in by phone and the first report is accepted', async () => {
    expect(await fileAsCitizen(addresses)).toBe(201);
  }, 30_000);

  it("has PostgreSQL refuse a service's role at another service's database", async () => {
    for (const role of serviceNames) {
      for (const database of [...serviceNames, 'postgres', 'template1']) {
        const url = new URL(addresses.databases[role]);
        url.pathname = `/${database}`;
        const client = new pg.Client({ connectionString: url.href });
        const attempt = client.connect();
        if (role === database) await attempt;
        else await expect(attempt).rejects.toThrow(`permission denied for database "${database}"`);
        await client.end();
      }
    }
  });

  it('bounds what a session of a service may do', async () => {
    const client = new pg.Client({ connectionString: addresses.databases.reports });
    await client.connect();
    const names = [
      'timezone',
      'statement_timeout',
      'lock_timeout',
      'transaction_timeout',
      'idle_in_transaction_session_timeout',
    ];
    const settings = names.map((name) => `current_setting('${name}') as ${name}`);
    const { rows } = await client.query<Record<string, string>>(`select ${settings.join(', ')}`);
    expect(Object.values(rows[0] ?? {})).toEqual(['UTC', '30s', '10s', '1min', '30s']);
    await client.end();
  });

  it('refuses a second one from the same data, and a reset, in one line', async () => {
    for (const program of ['start', 'reset'] as const) {
      const second = Launcher.run(program);
      expect(await second.ended).toBe(1);
      expect(second.errors).toMatch(/^The platform (already )?runs from [^\n]+\(process \d+\): [^\n]+\.\n$/);
    }
    await allReady(addresses);
  }, 60_000);

  it('has Kafka, PostgreSQL and a service back after each was killed', async () => {
    const reports = readIdentity(join(folder, 'processes', 'reports.json'))!.pid;
    for (const [name, pid] of [
      ['kafka', pidOf('kafka')],
      ['postgres', pidOf('postgres')],
      ['reports', reports],
    ] as const) {
      process.kill(pid, 'SIGKILL');
      await eventually(() => expect(launcher.output).toContain(`${name} is back.`), { within: 40_000, every: 100 });
    }
    await eventually(() => allReady(addresses), { within: 30_000 });
  }, 120_000);

  it('starts again after its launcher was killed, and ends what that left', async () => {
    const [kafka, postgres] = [pidOf('kafka'), pidOf('postgres')];
    await launcher.end('SIGKILL');
    launcher = Launcher.run('start');
    addresses = await launcher.ready();
    expect(launcher.output).toMatch(/Ended what a killed start left running: .*kafka.*postgres/);
    expect([pidOf('kafka'), pidOf('postgres')]).not.toEqual([kafka, postgres]);
    await allReady(addresses);
  }, 120_000);

  it('starts again after launcher, Kafka and PostgreSQL were all killed', async () => {
    const pids = [pidOf('kafka'), pidOf('postgres')];
    await launcher.end('SIGKILL');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    launcher = Launcher.run('start');
    await allReady(await launcher.ready());
  }, 120_000);

  it('stops at Ctrl-C, also at two, with exit code 0 and no process left', async () => {
    launcher.child.kill('SIGINT');
    launcher.child.kill('SIGINT');
    expect(await launcher.ended).toBe(0);
    expect(launcher.output.trimEnd().split('\n').slice(-1)).toEqual(['Stopped.']);
    expect(launcher.errors).toBe('');
    expect(processesOfFolder()).toEqual([]);
    expect(findPlatform(folder)).toBeUndefined();
  }, 60_000);

  it('leaves no process when it is told to stop while it starts', async () => {
    const early = Launcher.run('start');
    await eventually(() => expect(pidOf('kafka')).toBeGreaterThan(0), { within: 30_000 });
    expect(await early.end('SIGTERM')).toBe(0);
    expect(processesOfFolder()).toEqual([]);
  }, 90_000);
});

describe('a throw-away platform', () => {
  it('leaves neither process nor folder when its program gets Ctrl-C, even while it starts', async () => {
    const before = temporaryFolders();
    const program = Launcher.run('test/throw-away');
    const ours = await eventually(
      () => {
        const made = temporaryFolders().find((name) => !before.includes(name) && ownerOf(name) === program.child.pid);
        expect(readIdentity(join(tmpdir(), made!, 'kafka', 'processes', 'kafka.json'))).toBeDefined();
        return join(tmpdir(), made!);
      },
      { within: 30_000 },
    );
    expect(processesOfFolder(ours)).not.toEqual([]);
    expect(await program.end('SIGINT')).toBe(130);
    expect(processesOfFolder(ours)).toEqual([]);
    expect(existsSync(ours)).toBe(false);
  }, 60_000);
});

describe('npm run reset', () => {
  it('destroys data and secrets, and says so', async () => {
    const reset = Launcher.run('reset');
    expect(await reset.ended).toBe(0);
    expect(reset.output).toMatch(/^Destroyed .+ secrets\. The next start makes new keys: .+\.\n$/);
    expect(readdirSync(home)).toEqual([]);
    const again = Launcher.run('reset');
    await again.ended;
    expect(again.output).toContain('nothing to destroy');
  }, 30_000);

  it('leaves a folder that is not ours alone', async () => {
    const reset = Launcher.run('reset', { JAKI_DATA: home });
    expect(await reset.ended).toBe(1);
    expect(reset.errors).toMatch(/is no data folder of this platform, so nothing was destroyed\.\n$/);
  }, 30_000);
});
