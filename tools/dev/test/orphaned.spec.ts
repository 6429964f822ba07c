import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

describe('a program whose parent was killed', () => {
  it('hears of it', async () => {
    const program = [process.execPath, '--import', path('../../swc-register.mjs'), path('./orphan.ts')];
    const shell = spawn('sh', ['-c', `'${program.join("' '")}'; true`], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('running');
    shell.kill('SIGKILL');
    await once(shell, 'exit');
    expect((await lines.next()).value).toBe('orphaned');
  });
});
