// `npm start`: the platform on this machine until Ctrl-C; with `-- --watch` each service starts again when its source
// changes.
import { chooseFolder } from './data-folder.js';
import { explain } from './explain.js';
import { onOrphaned } from './orphaned.js';
import { type Platform, startPlatform } from './platform.js';
import { portsFrom } from './ports.js';
import { closingTable } from './table.js';
import { watchSources } from './watch.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);
// Whoever read our output may go first (`npm start | head`): that is no reason to leave processes behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const stopping = new AbortController();
const asked = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
let givenUp: string | undefined;
const stop = () => {
  if (!stopping.signal.aborted) say('Stopping …');
  stopping.abort();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
if (process.env['npm_lifecycle_event'] !== undefined) onOrphaned(stop);

async function start(): Promise<Platform> {
  const { folder, note } = chooseFolder(process.env);
  if (note !== undefined) say(note);
  say(`Starting PostgreSQL, Kafka and the services from ${folder} …`);
  const platform = await startPlatform({
    dataDir: folder,
    ports: portsFrom(process.env),
    signal: stopping.signal,
    onGivenUp: (reason) => {
      givenUp = reason;
      stopping.abort();
    },
  });
  say(closingTable(platform.addresses, process.uptime()));
  return platform;
}

try {
  const platform = await start();
  const endWatch = process.argv.includes('--watch') ? watchSources(platform.services, say) : undefined;
  await asked;
  await endWatch?.();
  await platform.stop();
  say('Stopped.');
} catch (error) {
  if (!stopping.signal.aborted) givenUp = explain(error);
}
if (givenUp !== undefined) process.stderr.write(`${givenUp}\n`);
process.exit(givenUp === undefined ? 0 : 1);
