import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { call } from '../demo/caller.js';
import { Login } from '../demo/login.js';
import { type Addresses } from '../dev/addresses.js';
import { startPlatform } from '../dev/platform.js';
import { serviceNames } from '../dev/services.js';

const CONFIG = fileURLToPath(new URL('schemathesis.toml', import.meta.url));
/** Of the example data: a citizen. */
const CITIZEN = '+6281200000001';

/** Whether schemathesis (PyPI) is there. */
export function canFuzz(program = 'schemathesis'): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/**
 * Lets schemathesis, with all its checks, send each service of a platform of its own whatever fits and does not fit its
 * document.
 *
 * @returns what it found, as it says it
 */
export async function fuzzFaults(program = 'schemathesis'): Promise<string[]> {
  const platform = await startPlatform({ quiet: true, heals: false, env: { RATE_LIMITS: 'off' } });
  try {
    const { addresses } = platform;
    const tokens = await tokensOf(addresses);
    const faults: string[] = [];
    for (const service of serviceNames) {
      const { code, output } = await run(program, addresses.of(service), tokens[service] ?? '');
      if (code !== 0) faults.push(`${service}:\n${output}`);
    }
    return faults;
  } finally {
    await platform.stop();
  }
}

/** A citizen's, for each service, by one request. */
async function tokensOf(addresses: Addresses): Promise<Record<string, string>> {
  const { refresh_token } = await new Login(addresses).withCode(CITIZEN);
  const form = new URLSearchParams({ client_id: 'jaki-app', grant_type: 'refresh_token', refresh_token });
  for (const service of serviceNames) form.append('resource', `urn:jaki:${service}`);
  const url = `${addresses.of('identity')}/oauth/token`;
  const { access_tokens } = await call<{ access_tokens: Record<string, { access_token: string }> }>({ url, form });
  return Object.fromEntries(
    serviceNames.map((service) => [service, access_tokens[`urn:jaki:${service}`]?.access_token ?? '']),
  );
}

function run(program: string, url: string, token: string): Promise<{ code: number | null; output: string }> {
  const options = ['--url', url, '--checks', 'all', '--no-color', '--header', `Authorization: Bearer ${token}`];
  // It leaves a folder of its own where it runs.
  const cwd = tmpdir();
  const child = spawn(program, ['--config-file', CONFIG, 'run', `${url}/openapi.json`, ...options], { cwd });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output += String(bytes)));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, output }));
  });
}
