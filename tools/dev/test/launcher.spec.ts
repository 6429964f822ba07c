import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, queryOnce } from '@jaki/testing';
import { readIdentity } from '@jaki/testing/embedded';
import { anyPhone, Newcomer } from '../../proof/newcomer.js';
import { type Addresses, findPlatform } from '../addresses.js';
import { serviceNames } from '../services.js';
import { Home, type Launcher, processesOf } from './home.js';

let home: Home;
let folder: string;

beforeAll(async () => {
  home = await Home.make();
  ({ folder } = home);
});
afterAll(() => home.leave());

const temporaryFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('jaki-test-'));
const ownerOf = (name: string) => readIdentity(join(tmpdir(), name, 'owner.json'))?.pid;
const source = ['-C', '@jaki/source', '--import', './tools/swc-register.mjs'];
const pidOf = (name: 'postgres' | 'kafka') => readIdentity(join(folder, name, 'processes', `${name}.json`))!.pid;

const isReady = async (url: string) => (await fetch(`${url}/health/ready`)).status;

const allReady = async (addresses: Addresses) => {
  for (const name of serviceNames) expect(await isReady(addresses.of(name))).toBe(200);
};

describe('npm start', () => {
  let launcher: Launcher;
  let addresses: Addresses;

  it('says in one line what keeps it from starting, and exits 1', async () => {
    const other = createServer().listen(home.ports.of('kafka'), '127.0.0.1');
    const blocked = home.npm('start');
    expect(await blocked.ended).toBe(1);
    expect(blocked.errors).toMatch(
      new RegExp(`^Port ${home.ports.of('kafka')} \\(kafka\\) is taken by process ${process.pid} \\([^\\n]+\\.\\n$`),
    );
    other.close();
    // Started without the shell of `tools/ts`, which such a path does not lead to either.
    const start = ['-C', '@jaki/source', '--import', './tools/swc-register.mjs', 'tools/dev/start.ts'];
    const javaless = home.node(start, { PATH: home.path, JAVA_HOME: '' });
    expect(await javaless.ended).toBe(1);
    expect(javaless.errors).toMatch(/^Kafka needs Java and java does not run: [^\n]+\.\n$/);
    expect(processesOf(folder)).toEqual([]);
  }, 60_000);

  it('ends with every service ready, the example data in and a table of where things are', async () => {
    launcher = home.npm('start');
    addresses = await launcher.ready();
    await allReady(addresses);
    for (const name of serviceNames) expect(launcher.output).toContain(`${addresses.of(name)}/docs`);
    const organisations = await fetch(`${addresses.of('identity')}/v1/organisations?limit=1`);
    expect(await organisations.json()).toMatchObject({ items: [{ id: expect.any(String) as unknown }] });
  }, 180_000);

  it('is ready then: a citizen logs in by phone and the first report is accepted', async () => {
    const citizen = await Newcomer.logIn(addresses, anyPhone());
    expect(await citizen.file()).toMatchObject({ number: expect.any(String) as unknown });
  }, 30_000);

  it("has PostgreSQL refuse a service's role at another service's database", async () => {
    for (const role of serviceNames) {
      for (const database of [...serviceNames, 'postgres', 'template1']) {
        const url = new URL(addresses.database(role));
        url.pathname = `/${database}`;
        const attempt = queryOnce(url.href, 'select 1');
        if (role === database) await attempt;
        else await expect(attempt).rejects.toThrow(`permission denied for database "${database}"`);
      }
    }
  });

  it('bounds what a session of a service may do', async () => {
    const names = [
      'timezone',
      'statement_timeout',
      'lock_timeout',
      'transaction_timeout',
      'idle_in_transaction_session_timeout',
    ];
    const settings = names.map((name) => `current_setting('${name}') as ${name}`);
    const rows = await queryOnce<Record<string, string>>(
      addresses.database('reports'),
      `select ${settings.join(', ')}`,
    );
    expect(Object.values(rows[0] ?? {})).toEqual(['UTC', '30s', '10s', '1min', '30s']);
  });

  it('refuses a second one from the same data, and a reset, in one line', async () => {
    for (const program of ['start', 'reset'] as const) {
      const second = home.npm(program);
      expect(await second.ended).toBe(1);
      expect(second.errors).toMatch(/^The platform (already )?runs from [^\n]+\(process \d+\): [^\n]+\.\n$/);
    }
    await allReady(addresses);
  }, 60_000);

  it('has Kafka, PostgreSQL, a service and a companion back after each was killed', async () => {
    const [reports, sms] = ['reports', 'sms'].map(
      (name) => readIdentity(join(folder, 'processes', `${name}.json`))!.pid,
    );
    for (const [name, pid] of [
      ['kafka', pidOf('kafka')],
      ['postgres', pidOf('postgres')],
      ['reports', reports!],
      ['sms', sms!],
    ] as const) {
      process.kill(pid, 'SIGKILL');
      await eventually(() => expect(launcher.output).toContain(`${name} is back.`), { within: 40_000, every: 100 });
    }
    await eventually(() => allReady(addresses), { within: 30_000 });
    expect((await fetch(`${addresses.of('sms')}/messages`)).status).toBe(200);
  }, 120_000);

  it('has all back after PostgreSQL and a service were killed at once', async () => {
    const reports = readIdentity(join(folder, 'processes', 'reports.json'))!.pid;
    const seen = launcher.output.length;
    for (const pid of [pidOf('postgres'), reports]) process.kill(pid, 'SIGKILL');
    const said = () => launcher.output.slice(seen);
    for (const name of ['postgres', 'reports']) {
      await eventually(() => expect(said()).toContain(`${name} is back.`), { within: 40_000, every: 100 });
    }
    await eventually(() => allReady(addresses), { within: 30_000 });
  }, 120_000);

  it('starts again after its launcher was killed, and ends what that left', async () => {
    const [kafka, postgres] = [pidOf('kafka'), pidOf('postgres')];
    await launcher.end('SIGKILL');
    launcher = home.npm('start');
    addresses = await launcher.ready();
    expect(launcher.output).toMatch(/Ended what a killed start left running: .*kafka.*postgres/);
    expect([pidOf('kafka'), pidOf('postgres')]).not.toEqual([kafka, postgres]);
    await allReady(addresses);
  }, 120_000);

  it('starts again after launcher, Kafka and PostgreSQL were all killed', async () => {
    const pids = [pidOf('kafka'), pidOf('postgres')];
    await launcher.end('SIGKILL');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    launcher = home.npm('start');
    await allReady(await launcher.ready());
  }, 120_000);

  it('stops at Ctrl-C, also at two, with exit code 0 and no process left', async () => {
    launcher.child.kill('SIGINT');
    launcher.child.kill('SIGINT');
    expect(await launcher.ended).toBe(0);
    expect(launcher.output.trimEnd().split('\n').slice(-1)).toEqual(['Stopped.']);
    expect(launcher.errors).toBe('');
    expect(processesOf(folder)).toEqual([]);
    expect(findPlatform(folder)).toBeUndefined();
  }, 60_000);

  it('leaves no process when it is told to stop while it starts', async () => {
    const early = home.npm('start');
    await eventually(() => expect(pidOf('kafka')).toBeGreaterThan(0), { within: 30_000 });
    expect(await early.end('SIGTERM')).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  }, 90_000);
});

describe('a throw-away platform', () => {
  it('leaves neither process nor folder when its program gets Ctrl-C, even while it starts', async () => {
    const before = temporaryFolders();
    const program = home.node([...source, 'tools/dev/test/throw-away.ts']);
    const ours = await eventually(
      () => {
        const made = temporaryFolders().find((name) => !before.includes(name) && ownerOf(name) === program.child.pid);
        expect(readIdentity(join(tmpdir(), made!, 'kafka', 'processes', 'kafka.json'))).toBeDefined();
        return join(tmpdir(), made!);
      },
      { within: 30_000 },
    );
    expect(processesOf(ours)).not.toEqual([]);
    expect(await program.end('SIGINT')).toBe(130);
    expect(processesOf(ours)).toEqual([]);
    expect(existsSync(ours)).toBe(false);
  }, 60_000);
});

describe('npm run reset', () => {
  it('destroys data and secrets, and says so', async () => {
    const reset = home.npm('reset');
    expect(await reset.ended).toBe(0);
    expect(reset.output).toMatch(/^Destroyed .+ secrets\. The next start makes new keys: .+\.\n$/);
    expect(readdirSync(home.path)).toEqual([]);
    const again = home.npm('reset');
    await again.ended;
    expect(again.output).toContain('nothing to destroy');
  }, 30_000);

  it('leaves a folder that is not ours alone', async () => {
    const reset = home.npm('reset', [], { JAKI_DATA: home.path });
    expect(await reset.ended).toBe(1);
    expect(reset.errors).toMatch(/is no data folder of this platform, so nothing was destroyed\.\n$/);
  }, 30_000);
});
