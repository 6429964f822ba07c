import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const COLOURS = [36, 33, 35, 32, 34];

export type Print = (line: string) => void;

/** One stream of lines for people, and for each source a file with its lines untouched. */
export class Output {
  private readonly names: string[] = [];

  constructor(
    private readonly print: Print,
    private readonly coloured: boolean,
  ) {}

  /** For what the launcher itself has to say. */
  readonly say = (line: string): void => {
    this.print(line);
  };

  /** Where lines of this source go. @param folder for `<name>.log`, begun anew */
  from(name: string, folder: string): Print {
    mkdirSync(folder, { recursive: true });
    const file: WriteStream = createWriteStream(join(folder, `${name}.log`), { mode: 0o600 });
    file.on('error', () => undefined);
    const prefix = this.prefix(name);
    return (line) => {
      file.write(`${line}\n`);
      this.print(`${prefix} ${readable(line)}`);
    };
  }

  private prefix(name: string): string {
    if (!this.names.includes(name)) this.names.push(name);
    const padded = name.padEnd(13);
    const colour = COLOURS[this.names.indexOf(name) % COLOURS.length] ?? 0;
    return this.coloured ? `\u001b[${colour}m${padded}\u001b[0m` : padded;
  }
}

const UNINTERESTING = new Set(['level', 'time', 'msg', 'service', 'pid', 'hostname', 'traceId', 'spanId']);

/** A JSON log line in short: time, level, message and the rest as `name=value`. Other lines as they are. */
export function readable(line: string): string {
  const entry = parse(line);
  if (!entry) return stripVTControlCharacters(line);
  const { level, time, msg } = entry;
  const rest = Object.entries(entry).filter(([name]) => !UNINTERESTING.has(name));
  const details = rest.map(([name, value]) => `${name}=${shown(value)}`);
  const clock = new Date(time as string | number).toISOString().slice(11, 23);
  return [clock, shown(level).padEnd(5), shown(msg), ...details].join(' ');
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const { time } = entry;
    const dated = (typeof time === 'string' || typeof time === 'number') && !Number.isNaN(new Date(time).getTime());
    return dated ? entry : undefined;
  } catch {
    return undefined;
  }
}
