import { styleText } from 'node:util';

export type Kind = 'call' | 'event' | 'notice' | 'fault';

const COLOURS = { call: 'cyan', event: 'yellow', notice: 'green', fault: 'red' } as const;
const MARKS = { call: '→', event: '◆', notice: '✉', fault: '✗' } as const;

/** What happened, as it happens, with the milliseconds since the start and since the line before. */
export class Timeline {
  readonly #start = performance.now();
  #last = this.#start;

  constructor(private readonly print: (line: string) => void) {}

  chapter(title: string): void {
    this.print(`\n${styleText('bold', title)}`);
  }

  /** A table, or whatever else has lines of its own. */
  show(text: string): void {
    this.print(`\n${text.replace(/^/gm, '  ')}`);
  }

  add(kind: Kind, text: string): void {
    const now = performance.now();
    const total = `${Math.round(now - this.#start)} ms`.padStart(9);
    const since = `+${Math.round(now - this.#last)}`.padStart(7);
    this.#last = now;
    this.print(`${total}${since}  ${styleText(COLOURS[kind], `${MARKS[kind]} ${kind.padEnd(6)}`)}  ${text}`);
  }
}
