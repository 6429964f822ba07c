import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CannotStart, forkSource, tellingLine } from '@jaki/testing/embedded';
import { type Seed } from '@jaki/testing/local';
import { eventsHeard } from './heard.js';
import { allLocals, inApp, type ServiceName } from './local.js';
import { type Output, type Print } from './output.js';
import { environmentOf, type ServiceSurroundings } from './services.js';

type Environment = Readonly<Record<string, string>>;

/** Puts every service's example data in unless they are there already in this version, and waits until all have heard. */
export async function seedOnce(
  surroundings: ServiceSurroundings,
  { output, env }: { readonly output: Output; readonly env: Environment },
): Promise<void> {
  for (const [service, { seed }] of allLocals()) {
    if (seed === undefined) continue;
    const [marker, version] = [join(surroundings.folder, `seeded-${service}`), versionOf(service, seed)];
    if (existsSync(marker) && readFileSync(marker, 'utf8') === version) continue;
    const print = output.from('seed', join(surroundings.folder, 'logs'));
    await run(inApp(service, seed.program), { ...environmentOf(service, surroundings), ...env }, print);
    await eventsHeard(surroundings);
    writeFileSync(marker, version);
  }
}

/** Tells one state of the example data from another. */
function versionOf(service: ServiceName, { sources }: Seed): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(inApp(service, source)))) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const files = globSync('**/*', { cwd: path }).map((name) => join(path, name));
  return files.filter((file) => statSync(file).isFile()).sort();
}

/** As a process of its own with the service's environment. */
async function run(program: string, env: Environment, print: Print): Promise<void> {
  const child = forkSource(program, env);
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
