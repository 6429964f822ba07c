import { type FileHandle, open } from 'node:fs/promises';

/** `ok`: 2xx. `fail`: 4xx, so it must not have happened. `unknown`: no answer, or 5xx: it may have happened, once. */
export type Outcome = 'ok' | 'fail' | 'unknown';

/** What the loader wants to do and what it was told became of it. */
export interface Operation {
  readonly id: string;
  /** Of one row; the same row a second time is another run. */
  readonly run: number;
  readonly kind: string;
  /** The Idempotency-Key, the same for every try. */
  readonly key: string;
  outcome: Outcome;
  /** Status or error code of the last try. */
  why: string;
  tries: number;
  /** Whether the service had begun to read the last try. */
  taken: boolean;
  /** The report, checkout or order that it made or changed. */
  aggregateId?: string | undefined;
  readonly began: number;
  ended: number;
}

/** What became of one try. */
export interface Settlement {
  readonly outcome: Outcome;
  readonly why: string;
  readonly taken: boolean;
  readonly aggregateId?: string | undefined;
}

/** Every operation as JSON lines, on the disk before it is sent and after it was answered: nothing is believed later. */
export class Journal {
  readonly operations: Operation[] = [];
  #runs = 0;
  #waiting: string[] = [];
  #flushing: Promise<void> | undefined;

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<Journal> {
    return new Journal(await open(path, 'a'));
  }

  async intend(operation: Operation): Promise<void> {
    if (!this.operations.includes(operation)) this.operations.push(operation);
    await this.#write({ intent: operation.id, ...operation });
  }

  async settle(operation: Operation, answer: Settlement) {
    operation.tries += 1;
    operation.ended = Date.now();
    operation.why = answer.why;
    operation.taken = answer.taken;
    operation.aggregateId ??= answer.aggregateId;
    operation.outcome = merged(operation, answer.outcome);
    await this.#write({ settled: operation.id, ...answer, tries: operation.tries, at: operation.ended });
  }

  nextRun(): number {
    return ++this.#runs;
  }

  of(run: number): Operation[] {
    return this.operations.filter((operation) => operation.run === run);
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.file.close();
  }

  /** Whoever comes while the disk is busy shares the next flush. */
  async #write(entry: object): Promise<void> {
    this.#waiting.push(`${JSON.stringify(entry)}\n`);
    await this.#flushing;
    if (this.#waiting.length > 0) this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined));
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting.join('');
    this.#waiting = [];
    await this.file.appendFile(lines);
    await this.file.datasync();
  }
}

const weight: Readonly<Record<Outcome, number>> = { fail: 0, unknown: 1, ok: 2 };

/** A refusal of one try says nothing of another that nobody answered. */
function merged({ tries, outcome }: Operation, latest: Outcome): Outcome {
  return tries === 1 || weight[latest] > weight[outcome] ? latest : outcome;
}
