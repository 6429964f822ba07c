import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryOnce } from '@jaki/testing';
import { type Platform, startPlatform } from '../../dev/platform.js';
import { Marketplace } from './marketplace.js';
import { sellerTokens } from './seller.js';
import { makeVerifiedBusiness } from './verified-business.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = ['-C', '@jaki/source', '--import', './tools/swc-register.mjs', 'tools/import/listings/import.ts'];
const example = 'data/example/listings.csv';
const phone = '+6281200000301';

let platform: Platform;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'listings-'));
  // Else each run would wait half a minute for its code.
  platform = await startPlatform({ quiet: true, env: { OTP_RESEND_SECONDS: '1', OTP_PER_PHONE: '100' } });
  const { addresses } = platform;
  await makeVerifiedBusiness(new Marketplace(addresses.of('marketplace'), sellerTokens(addresses, phone)), addresses);
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true });
}, 60_000);

/** Runs the command as a person would, in a shell of its own. */
function runImport(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, JAKI_DATA: platform.addresses.folder, ...env } };
    execFile(process.execPath, [...program, ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
    });
  });
}

async function count(query: string): Promise<number> {
  const rows = await queryOnce<{ count: number }>(platform.addresses.database('marketplace'), query);
  return rows[0]?.count ?? -1;
}

describe('import:listings', () => {
  it('hands each listing in once, with all its offers', async () => {
    const { code, out } = await runImport([example]);
    expect(out).toContain('20 new, 0 were there, 0 lines of the file refused');
    expect(code).toBe(0);
    expect(await count(`SELECT count(*)::int FROM listing WHERE state = 'submitted'`)).toBe(20);
    expect(await count('SELECT count(*)::int FROM offer')).toBe(29);
  }, 60_000);

  it('changes nothing the second time, also when the platform has forgotten the keys', async () => {
    await queryOnce(platform.addresses.database('marketplace'), 'DELETE FROM platform.idempotency_key');
    const { code, out } = await runImport([example]);
    expect(out).toContain('0 new, 20 were there, 0 lines of the file refused');
    expect(out).not.toContain('not as the file says');
    expect(code).toBe(0);
    expect(await count('SELECT count(*)::int FROM listing')).toBe(20);
  }, 60_000);

  it('names what it refuses, with line, column and reason, and brings in the rest', async () => {
    const file = join(folder, 'refused.csv');
    await writeFile(
      file,
      [
        'business,title,description,category,offer,unit,price,stock,step,minimum',
        '*,Sawo,Manis.,fruit,,kg,Rp15.000,,,',
        '*,Jambu air,"Merah, segar.",fruit,,kg,18000,9000,500,500',
        'U999999,Mangga,Manis.,fruit,,kg,20000,,,',
        // Nothing to see in it: only the platform knows that.
        '*,\u200b,Manis.,fruit,,kg,20000,,,',
        '*,Bayam,Dipetik pagi hari dari kebun.,vegetables,,ikat,4500,50,,',
      ].join('\r\n'),
    );
    const { code, out } = await runImport([file]);
    expect(out).toContain('1 new, 1 were there, 3 lines of the file refused');
    expect(out).toMatch(/line 2, price: “Rp15\.000” is no whole number/);
    expect(out).toMatch(/line 4, business: “U999999” is no business of yours/);
    expect(out).toMatch(/line 5: validation_failed; .*title must say something/);
    expect(out).toMatch(/not as the file says: nothing was changed\n {2}L\d+ “Bayam”/);
    expect(code).toBe(0);
  }, 60_000);

  it('says in one sentence that it cannot begin', async () => {
    const said = async (args: string[], env = {}) => (await runImport(args, env)).out.trim().split('\n').at(-1);
    const elsewhere = { MARKETPLACE_URL: platform.addresses.of('marketplace'), ACCESS_TOKEN: 'wrong' };
    const sentences = await Promise.all([
      said([]),
      said(['nowhere.csv']),
      said(['package.json']),
      said([example, '--phone', '0812']),
      said([example], { JAKI_DATA: folder }),
      said([example], elsewhere),
    ]);
    expect(sentences).toEqual([
      expect.stringMatching(/^Say which file/),
      'nowhere.csv cannot be read (ENOENT).',
      expect.stringMatching(/^The file cannot be imported: Its first line must be the header/),
      expect.stringMatching(/^0812 is no phone/),
      expect.stringMatching(/^No platform runs here/),
      'The platform does not know the seller: it refuses the token.',
    ]);
  }, 60_000);
});
