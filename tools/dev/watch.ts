import { type FSWatcher, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ServiceProcess } from '@jaki/testing/embedded';

const root = new URL('../../', import.meta.url);
/** Editors write a file in several steps, and a rebase writes many. */
const QUIET_MS = 300;

type Restartable = Pick<ServiceProcess, 'start' | 'stop'>;

/**
 * Starts a service again when a file of its source has changed, and all of them when one of a library has. One that does
 * not start says why and waits for the next change.
 *
 * @returns what ends the watch, once a restart that is under way is over
 */
export function watchSources(
  services: ReadonlyMap<string, Restartable>,
  say: (line: string) => void,
  folder: (path: string) => string = (path) => fileURLToPath(new URL(path, root)),
): () => Promise<void> {
  const changed = new Set<string>();
  let restarting = Promise.resolve();
  const restart = async () => {
    for (const name of taken(changed)) await startAgain(name, services.get(name), say);
  };
  const soon = debounced(() => (restarting = restarting.then(restart)));
  const heed = (path: string, names: readonly string[]) =>
    watchSource(folder(path), () => {
      for (const name of names) changed.add(name);
      soon.call();
    });
  const names = [...services.keys()];
  const watchers = [...names.map((name) => heed(`apps/${name}/src`, [name])), heed('libs', names)];
  return async () => {
    for (const watcher of watchers) watcher.close();
    soon.cancel();
    await restarting;
  };
}

function watchSource(folder: string, changed: () => void): FSWatcher {
  return watch(folder, { recursive: true }, (_, file) => {
    if (file !== null && isSource(file)) changed();
  });
}

/** Neither tests nor what is built from it. */
function isSource(file: string): boolean {
  return /\.(ts|json)$/.test(file) && !/(^|\/)(node_modules|dist|test)\/|\.spec\.ts$/.test(file);
}

/** All that a set holds; it is empty afterwards. */
function taken(names: Set<string>): string[] {
  const all = [...names];
  names.clear();
  return all;
}

async function startAgain(name: string, service: Restartable | undefined, say: (line: string) => void): Promise<void> {
  try {
    await service?.stop();
    await service?.start();
    say(`${name} runs with what has changed.`);
  } catch (error) {
    say(`${name} waits for the next change: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function debounced(work: () => unknown): { call: () => void; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => clearTimeout(timer);
  return {
    cancel,
    call: () => {
      cancel();
      timer = setTimeout(work, QUIET_MS);
    },
  };
}
