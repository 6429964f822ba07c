import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@jaki/testing/embedded';
import { call } from '../demo/caller.js';
import { Login } from '../demo/login.js';
import { Home } from '../dev/test/home.js';
import { fromCheckout, workspaceCopy } from '../packages/workspace-copy.js';
import { anyPhone } from '../proof/newcomer.js';
import { root } from './files.js';

const MINUTE = 60_000;
const run = promisify(execFile);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** What is the new service's own, and what `npm run new` makes anew from it. */
const OWN = [
  /^apps\/parking\//,
  /^libs\/contracts\/src\/events\/parking\//,
  /^libs\/contracts\/published\/parking\//,
  /^docs\/generated\//,
  /^tools\/generated\/rest\/parking\.ts$/,
];
const MADE = [
  '.env.example',
  'docker-compose.yml',
  'libs/contracts/src/events/contexts.ts',
  'libs/contracts/src/events/index.ts',
  'operations/prometheus.yml',
  'package-lock.json',
  'tsconfig.json',
];

describe('npm run new', () => {
  let inside: string;
  let copy: string;
  const env = {
    ...process.env,
    NX_DAEMON: 'false',
    PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  };
  const inCopy = (command: string, ...args: string[]) =>
    run(command, args, { cwd: copy, env, maxBuffer: 64_000_000 }).catch((error: unknown) => {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
    });
  const make = (...words: string[]) => inCopy('tools/ts', 'tools/new/new.ts', ...words);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.org', ...args], {
      cwd: copy,
    }).toString();
  const changed = () =>
    git('status', '--porcelain', '--untracked-files=all')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(3));

  beforeAll(async () => {
    inside = mkdtempSync(join(tmpdir(), 'jaki-new-'));
    copy = workspaceCopy(inside, fromCheckout());
    git('init', '--quiet');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'as it is');
    await make('service', 'parking', 'permit', '--files-only');
    await make('feature', 'parking', 'zone', '--files-only');
    await make('use-case', 'parking', 'permit', 'close', '--files-only');
    await make('consumer', 'parking', 'permit', 'reportFiled', '--lock-only');
  }, 4 * MINUTE);
  afterAll(() => rmSync(inside, { recursive: true, force: true }));

  it('makes a service without an edit by hand of any file that is not its own', () => {
    const others = changed().filter((path) => !OWN.some((own) => own.test(path)));
    expect(others.sort()).toEqual(MADE);
  });

  it(
    'makes what is built, linted and laid out as all is',
    async () => {
      await inCopy(bin('tsc'), '-b', 'apps/parking', 'apps/parking/tsconfig.spec.json');
      await inCopy(bin('nx'), 'show', 'projects');
      const own = ['apps/parking', 'libs/contracts/src/events/parking'];
      await inCopy(bin('eslint'), '--max-warnings=0', '--no-warn-ignored', ...own);
      await inCopy(bin('prettier'), '--check', ...own);
      await inCopy('tools/ts', 'tools/schema/generate.ts', '--check');
      await inCopy('tools/ts', 'tools/docs/docs.ts', '--check');
    },
    4 * MINUTE,
  );

  it(
    'makes what keeps every structural rule and passes its own tests',
    async () => {
      const jest = [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        join(root, 'node_modules/jest/bin/jest.js'),
      ];
      await inCopy(process.execPath, ...jest, 'apps/parking', 'tools/architecture/architecture', 'tools/chaos/load');
    },
    4 * MINUTE,
  );

  it(
    'makes a service that starts with the platform, is given tokens and hears of the others',
    async () => {
      const home = await Home.make(copy);
      try {
        const addresses = await home.npm('start', [], { JAKI_PARKING_PORT: String(await freePort()) }).ready();
        const login = new Login(addresses);
        const first = await login.withCode(anyPhone());
        const { access_token: token } = await login.refresh(first.refresh_token, 'parking');
        const url = `${addresses.of('parking')}/v1/permits`;
        const { id } = await call<{ id: string }>({ url, token, json: { name: 'Parkir depan rumah' } });
        const { items } = await call<{ items: unknown[] }>({ url, method: 'GET', token });
        expect(items).toEqual([{ id, name: 'Parkir depan rumah' }]);
      } finally {
        await home.leave();
      }
    },
    4 * MINUTE,
  );

  it(
    'makes an event that its owner is told to announce',
    async () => {
      await make('event', 'parking', 'permit', 'closed', '--files-only');
      await inCopy('tools/ts', 'tools/schema/generate.ts');
      await inCopy(bin('tsc'), '-b', 'apps/parking');
      const rules = inCopy('tools/ts', 'tools/architecture/violations.ts');
      await expect(rules).rejects.toThrow(/permitClosed is announced by nobody/);
    },
    2 * MINUTE,
  );

  it.each([
    [['service', 'reports', 'report'], /apps\/reports\/.+ is there already: choose another name\./],
    [['feature', 'nowhere', 'thing'], /There is no apps\/nowhere\/src\/app\.module\.ts/],
    [['consumer', 'parking', 'permit', 'nothingHappened'], /The contracts export no event nothingHappened/],
    [['serviec', 'parking', 'permit'], /npm run new -- service parking permit/],
  ])('says in one sentence what is wrong with %j, and makes nothing', async (words, says) => {
    const before = changed();
    await expect(make(...words, '--files-only')).rejects.toThrow(says);
    expect(changed()).toEqual(before);
  });
});
