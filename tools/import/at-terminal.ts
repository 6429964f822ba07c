import { CannotStart } from '@jaki/testing/embedded';
import { CannotImport, UnusableFile } from './cannot-import.js';
import { NoAnswer } from './patiently.js';
import { showProgress, type Steps } from './progress.js';

/** Runs an import as a program: its result is the exit code, what goes wrong a sentence and exit code 1. */
export async function atTerminal(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** Does the work while a person sees how far it is; the bar is gone when it ends, also by an error. */
export async function withProgress<Result>(steps: Steps, work: (step: () => void) => Promise<Result>): Promise<Result> {
  const progress = showProgress(steps);
  try {
    return await work(progress.step);
  } finally {
    progress.stop();
  }
}

/** One sentence for what can be expected to go wrong; a stack for the rest. */
function explain(error: unknown): string {
  if (error instanceof CannotImport || error instanceof CannotStart) return error.message;
  if (error instanceof UnusableFile) return `The file cannot be imported: ${error.message}`;
  if (error instanceof NoAnswer) return 'The platform does not answer: is it running (`npm start`)?';
  return error instanceof Error ? String(error.stack) : String(error);
}
