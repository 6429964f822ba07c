import { type DestinationStream } from 'pino';

// A write for each line would be a good part of a request's cost. Lines wait for company, but not for long; what is left
// when the process exits is written then, and only a SIGKILL loses the last of them.
const TOGETHER = 4096;
const LONGEST_WAIT = 200;

let output: DestinationStream | undefined;

/**
 * Standard output, a batch of lines at a time. Not pino's own: at exit that one waits for ever when whoever read us is
 * gone (its flush repeats a write that fails with EPIPE), and a launcher that was killed must not keep us alive.
 */
export function standardOutput(): DestinationStream {
  output ??= batchesOf((text) => process.stdout.write(text));
  return output;
}

function batchesOf(write: (text: string) => void): DestinationStream {
  let waiting = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting === '') return;
    const text = waiting;
    waiting = '';
    write(text);
  };
  process.stdout.on('error', () => undefined);
  process.on('exit', flush);
  return {
    write(line) {
      waiting += line;
      if (waiting.length >= TOGETHER) flush();
      else timer ??= setTimeout(flush, LONGEST_WAIT).unref();
    },
  };
}
