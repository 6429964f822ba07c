import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, queryOnce } from '@jaki/testing';
import { type Platform, startPlatform } from '../dev/platform.js';
import { channelAccount } from './channel-account.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = ['-C', '@jaki/source', '--import', './tools/swc-register.mjs', 'tools/import/import.ts'];

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ quiet: true });
}, 120_000);
afterAll(() => platform.stop(), 60_000);

/** Runs the command as a person would, in a shell of its own. */
function runImport(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string }> {
  const { identity, clientSecret } = channelAccount(platform.addresses);
  const own = { REPORTS_URL: platform.addresses.of('reports'), IDENTITY_URL: identity, CLIENT_SECRET: clientSecret };
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...own, ...env } };
    execFile(process.execPath, [...program, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
    });
  });
}

async function count(service: 'reports' | 'notifications', query: string): Promise<number> {
  return (await queryOnce<{ count: number }>(platform.addresses.database(service), query))[0]?.count ?? -1;
}

describe('import:reports', () => {
  it('files each feature in the city once and names what it refuses', async () => {
    const { code, out } = await runImport(['data/example/reports.geojson']);
    expect(out).toContain('12 features: 10 filed, 0 already there, 2 refused');
    expect(out).toMatch(/2 {2}outside_service_area/);
    expect(out).toMatch(/10 {2}Dinas Sumber Daya Air/);
    expect(out).toMatch(/1 {2}Gambir \(31\.71\.01\.1001\)/);
    expect(code).toBe(0);
    expect(await count('reports', 'SELECT count(*)::int FROM report')).toBe(10);
  }, 60_000);

  it('files nothing the second time', async () => {
    const { code, out } = await runImport(['data/example/reports.geojson']);
    expect(out).toContain('12 features: 0 filed, 10 already there, 2 refused');
    expect(out).toMatch(/10 {2}Dinas Sumber Daya Air/);
    expect(code).toBe(0);
    expect(await count('reports', 'SELECT count(*)::int FROM report')).toBe(10);
  }, 60_000);

  it('brings one first notice per report into the inbox of the channel account', async () => {
    const notices = `SELECT count(*)::int FROM notice JOIN recipient ON recipient.id = recipient_id
      WHERE kind = 'person' AND event_type = 'reports.report.filed.v1'`;
    await eventually(async () => {
      expect(await count('notifications', notices)).toBe(10);
    });
  }, 30_000);

  it('says in one sentence that the account was not let in', async () => {
    const { code, out } = await runImport(['data/example/reports.geojson'], { CLIENT_SECRET: 'wrong' });
    expect(out).toMatch(/^petabencana got no token: .+\n$/);
    expect(code).toBe(1);
  }, 30_000);

  it('says in one sentence that a file is none or no GeoJSON', async () => {
    expect(await runImport(['nowhere.geojson'])).toEqual({
      code: 1,
      out: 'nowhere.geojson cannot be read (ENOENT).\n',
    });
    expect((await runImport(['README.md'])).code).toBe(1);
    expect((await runImport(['package.json'])).out).toMatch(/^The file cannot be imported: .+\n$/);
  }, 30_000);
});
