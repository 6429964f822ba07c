import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const jest = fileURLToPath(new URL('node_modules/jest/bin/jest.js', root));

/** As `npx jest ARGUMENT…` in a folder: without flags for Node, and with servers that could not start if anybody asked. */
async function run(folder: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const { NODE_OPTIONS: _, TEST_DATABASE_URL: __, TEST_KAFKA_BROKERS: ___, ...env } = process.env;
  const cwd = fileURLToPath(new URL(folder, root));
  const child = spawn(process.execPath, [jest, ...args], { cwd, env: { ...env, TEST_STACK: 'none of the three' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output };
}

describe('npx jest', () => {
  it('runs a pure spec from the root, from its service and from its own folder, and starts no server', async () => {
    const runs = [
      await run('.', 'libs/kernel/src/kernel.spec.ts'),
      await run('apps/notifications/', 'texts.spec'),
      await run('apps/notifications/src/', 'src/texts'),
    ];
    expect(runs.map(({ code, output }) => (code === 0 ? /Tests: +\d+ passed/.test(output) : output))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('asks for servers when a spec does, by what it imports', async () => {
    const { code, output } = await run('.', 'libs/messaging/test/outbox.spec.ts');
    expect(code).not.toBe(0);
    expect(output).toContain('it may be embedded, testcontainers or external');
  });
});
