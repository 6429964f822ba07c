import { execFile } from 'node:child_process';
import { CannotStart } from './cannot-start.js';

/**
 * Runs a command to its end.
 *
 * @returns what it wrote, standard output first
 * @throws CannotStart with the last line of its output when it fails or is not there
 */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { ...options, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      if (!error) {
        resolve(stdout + stderr);
        return;
      }
      reject(new CannotStart(`${command} failed: ${tellingLine(stderr + stdout) ?? error.message}`, { cause: error }));
    });
  });
}

/** The last line that speaks of an error, else the last one; of a JSON log line its message. */
export function tellingLine(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const line = lines.findLast((line) => /error|fatal|exception/i.test(line)) ?? lines.at(-1);
  return line && (messageOf(line) ?? line).replace(/\.$/, '');
}

function messageOf(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { msg } = JSON.parse(line) as { msg?: unknown };
    return typeof msg === 'string' ? msg : undefined;
  } catch {
    return undefined;
  }
}
