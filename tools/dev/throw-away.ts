import { rmSync } from 'node:fs';
import { sweepTemporaryFolders, temporaryFolder } from '@jaki/testing/embedded';
import { makeFolder } from './data-folder.js';
import { type UndoStack } from './undo-stack.js';

/** A data folder that goes when the platform stops, or, after a SIGKILL, when the next one starts. */
export async function throwAwayFolder(undo: UndoStack): Promise<string> {
  await sweepTemporaryFolders();
  const folder = temporaryFolder();
  makeFolder(folder);
  undo.push(() => {
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
  });
  return folder;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Nobody else would stop a throw-away platform when the program that wanted it is told to end.
 *
 * @param stop waits for what is just starting, then stops all
 * @returns what makes the signals mean again what they meant
 */
export function endWithProgram(stop: () => Promise<void>): () => void {
  const end = () => {
    void stop()
      .catch(() => undefined)
      .then(() => process.exit(130));
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}
