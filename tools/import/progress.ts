import { Presets, SingleBar } from 'cli-progress';

/** Tells the person at the terminal how far it is: a bar there, a line at every tenth in a log. */
export interface Progress {
  readonly step: () => void;
  readonly stop: () => void;
}

/** What is counted: so many features, say. */
export interface Steps {
  readonly total: number;
  readonly of: string;
}

export function showProgress(steps: Steps, out: NodeJS.WriteStream = process.stderr): Progress {
  return out.isTTY ? bar(steps, out) : lines(steps, out);
}

function bar({ total, of }: Steps, stream: NodeJS.WriteStream): Progress {
  const format = ` {bar} {value} of {total} ${of}, {eta_formatted} left`;
  const shown = new SingleBar({ format, stream, clearOnComplete: true }, Presets.shades_classic);
  shown.start(total, 0);
  return {
    step: () => {
      shown.increment();
    },
    stop: () => {
      shown.stop();
    },
  };
}

function lines({ total, of }: Steps, out: NodeJS.WritableStream): Progress {
  const tenth = Math.max(1, Math.ceil(total / 10));
  let done = 0;
  const step = () => {
    done += 1;
    if (done % tenth === 0 || done === total) out.write(`${done} of ${total} ${of}\n`);
  };
  return { step, stop: () => undefined };
}
