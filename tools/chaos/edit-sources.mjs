// Loaded into services under test by NODE_OPTIONS, never part of the product: changes source files while they are
// loaded, so that a service can be made to die at a chosen line, or to have a bug that the harness must notice.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
// Registers its own hooks first: the last one registered is the first to be asked.
import { compile } from '../swc-register.mjs';

const folder = process.env.JAKI_CHAOS_FOLDER;
const root = fileURLToPath(new URL('../../', import.meta.url));
const edits = Map.groupBy(JSON.parse(readFileSync(join(folder, 'edits.json'), 'utf8')), ({ file }) => join(root, file));

registerHooks({
  load(url, context, next) {
    const filename = url.startsWith('file:') ? fileURLToPath(url) : url;
    const wanted = edits.get(filename);
    if (!wanted) return next(url, context);
    const source = wanted.reduce((text, edit) => edited(text, edit), readFileSync(filename, 'utf8'));
    return { format: 'module', shortCircuit: true, source: compile(filename, source) };
  },
});

function edited(text, { file, find, replace }) {
  const [before, ...after] = text.split(find);
  if (after.length === 1) return before + replace + after[0];
  process.stderr.write(
    `Error: ${file} has "${find}" ${after.length} times and not once: mend the anchor in tools/chaos/edits.\n`,
  );
  process.exit(70);
}

/**
 * What edits call. Does nothing unless `<name>.json` lies in the folder; then it notes a hit, before it acts, and does so
 * no more often than allowed, over all restarts and instances.
 *
 * `prepare` is called before it sleeps.
 */
globalThis.failPoint = async (name, prepare) => {
  const armed = join(folder, `${name}.json`);
  if (!existsSync(armed)) return;
  const arming = JSON.parse(readFileSync(armed, 'utf8'));
  const { action, service, times, skip = 0, milliseconds = 0, megabytes = 0 } = arming;
  if (service !== undefined && service !== process.env.JAKI_CHAOS_SERVICE) return;
  const passes = linesOf(`${name}.passes`);
  if (passes < skip) return void appendFileSync(join(folder, `${name}.passes`), '.\n');
  const hits = linesOf(`${name}.hits`);
  if (hits >= times) return;
  appendFileSync(join(folder, `${name}.hits`), `${process.pid} ${Date.now()}\n`);
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  if (action === 'throw') throw new TypeError(`planted at ${name}`);
  if (action === 'leak') leaked.push(new Array(megabytes * 131_072).fill(hits));
  if (action !== 'sleep') return;
  await prepare?.();
  await sleep(milliseconds);
};

const leaked = [];

function linesOf(file) {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length - 1 : 0;
}

// A clock that is wrong, as V8 shows it: Node's services ask nothing else for the time.
const offset = Number(process.env.JAKI_CHAOS_CLOCK_MS ?? 0);
if (offset !== 0) {
  const TrueDate = Date;
  globalThis.Date = class extends TrueDate {
    constructor(...given) {
      super(...(given.length === 0 ? [TrueDate.now() + offset] : given));
    }

    static now() {
      return TrueDate.now() + offset;
    }
  };
}
