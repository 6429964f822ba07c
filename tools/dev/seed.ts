import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart, forkSource, tellingLine } from '@jaki/testing/embedded';
import { createInterface } from 'node:readline';
import { type Print } from './output.js';
import { seedProgram } from './services.js';

/** What the example data are made from: when one of these changes, they are seeded again. */
const sources = ['libs/regions/data', 'apps/identity/src/seed'].map((path) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url)),
);

/** Tells one state of the example data from another. */
export function seedVersion(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Puts the example data in, as a process of its own with identity's environment. Runs again without harm. */
export async function seed(env: Readonly<Record<string, string>>, print: Print): Promise<void> {
  const child = forkSource(seedProgram, env);
  const lines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      print(line);
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code === 0) return;
  throw new CannotStart(`The example data could not be put in: ${tellingLine(lines.join('\n')) ?? 'no reason given'}.`);
}
