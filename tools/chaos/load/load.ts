import { setTimeout as sleep } from 'node:timers/promises';
import { type Addresses } from '../../dev/addresses.js';
import { type Random } from '../random.js';
import { AppUser } from './app-user.js';
import { type Journal, type Operation } from './journal.js';
import { type Market } from './market/market.js';
import { type Answer, type Kind, send, sendingOf } from './operations.js';
import { type People } from './people.js';

export interface LoadSurroundings {
  readonly addresses: Addresses;
  readonly people: People;
  readonly journal: Journal;
  /** Beside the lanes, with a journal and rules of its own. */
  readonly market: Market;
  readonly random: Random;
  readonly run: number;
  /** An organisation that reports are not routed to, to be renamed. */
  readonly renamed: string;
}

export interface LoadOptions {
  /** How many at a time. */
  readonly lanes?: number;
  /** Milliseconds from an answer to the lane's next operation, on average. */
  readonly pause?: number;
  /** These alone, and nothing at the market. */
  readonly kinds?: readonly Kind[];
  /** How long an answer may take, in milliseconds. */
  readonly patience?: number;
}

/** How many apps renew their tokens meanwhile. */
const APPS = 4;

/** What needs a report that waits for it, or that was started. */
const NEEDS_REPORT: ReadonlySet<Kind> = new Set<Kind>(['start', 'promise', 'reject']);

const MIX: readonly Kind[] = [
  ...(['file', 'file', 'file', 'fileAsCitizen', 'fileAsCitizen', 'start', 'start', 'promise', 'rename'] as const),
  ...(['fileNowhere', 'reject'] as const),
];

/** Sends operations as channels, citizens and officers do, all of them journalled. */
export class Load {
  /** Reports on which the next command can be taken. */
  readonly #waiting: string[] = [];
  readonly #started: string[] = [];
  readonly #targets = new Map<Operation, { kind: Kind; on?: string }>();
  /** Beside the lanes: they are judged by how they were answered, and none of what they do is journalled. */
  readonly apps: readonly AppUser[];
  #lanes: Promise<void>[] = [];
  #running = false;
  #count = 0;

  constructor(private readonly of: LoadSurroundings) {
    const phone = () => `+62812${String(of.random.between(10_000_000, 99_999_999))}`;
    this.apps = Array.from({ length: APPS }, () => new AppUser(of.addresses, phone));
  }

  /** Operations of this run so far. */
  get operations(): Operation[] {
    return this.of.journal.of(this.of.run);
  }

  get market(): Market {
    return this.of.market;
  }

  start({ lanes = 3, pause = 60, kinds, patience = 15_000 }: LoadOptions = {}): void {
    this.#running = true;
    if (kinds === undefined) this.market.start(patience);
    for (const app of this.apps) app.start();
    this.#lanes = Array.from({ length: lanes }, async () => {
      while (this.#running) {
        await this.do(this.of.random.pick(kinds ?? MIX), { patience });
        await sleep(pause * (0.5 + this.of.random.next()));
      }
    });
  }

  /** Ends the lanes; what is on its way is waited for. */
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all([...this.#lanes, ...this.apps.map((app) => app.stop()), this.market.stop()]);
  }

  /** Some clients come back: half of what nobody answered is sent once more, with its key. */
  async retryUnknown(share = 0.5): Promise<void> {
    for (const operation of this.operations.filter(({ outcome }) => outcome === 'unknown')) {
      if (this.of.random.chance(share)) await this.again(operation);
    }
  }

  /** One operation, now. A command takes a report that is ready for it, and files one when there is none. */
  async do(kind: Kind, { on, patience }: { on?: string; patience?: number } = {}): Promise<Operation> {
    const target = on ?? this.#targetOf(kind);
    const wanted = target === undefined && NEEDS_REPORT.has(kind) ? 'fileAsCitizen' : kind;
    const operation = this.#intent(wanted, target);
    await this.#try(operation, patience);
    this.#learn(wanted, operation);
    return operation;
  }

  /** The same once more: same body, same key. */
  async again(operation: Operation): Promise<Answer> {
    return this.#try(operation);
  }

  /** Many at once of one operation. */
  atOnce(operation: Operation, times: number): Promise<Answer[]> {
    return Promise.all(Array.from({ length: times }, () => this.#try(operation)));
  }

  /** An operation that was not sent yet. */
  prepare(kind: Kind, on = this.#targetOf(kind)): Operation {
    return this.#intent(kind, on);
  }

  #intent(kind: Kind, on: string | undefined): Operation {
    const { run, random } = this.of;
    const id = `chaos ${run}.${++this.#count} ${random.between(0, 0xffffffff).toString(16)}`;
    const now = Date.now();
    const fresh = { outcome: 'unknown', why: 'not sent', tries: 0, taken: false, began: now, ended: now } as const;
    const operation: Operation = { id, run, kind, key: id.replaceAll(' ', '-'), aggregateId: on, ...fresh };
    this.#targets.set(operation, { kind, ...(on !== undefined && { on }) });
    return operation;
  }

  async #try(operation: Operation, patience?: number): Promise<Answer> {
    const { addresses, people, journal } = this.of;
    const { kind, on } = this.#targets.get(operation) ?? { kind: 'file' };
    const sending = sendingOf(kind, operation.id, { addresses, ...(on !== undefined && { on }) });
    await journal.intend(operation);
    const token = people.tokenOf(sending.actor);
    const answer = await send(sending, { token, key: operation.key, ...(patience !== undefined && { patience }) });
    await journal.settle(operation, answer);
    return answer;
  }

  #targetOf(kind: Kind): string | undefined {
    if (kind === 'start' || kind === 'reject') return this.#waiting.shift();
    if (kind === 'promise') return this.#started.shift();
    return kind === 'rename' ? this.of.renamed : undefined;
  }

  #learn(kind: Kind, { outcome, aggregateId }: Operation): void {
    if (outcome !== 'ok' || aggregateId === undefined) return;
    if (kind === 'fileAsCitizen') this.#waiting.push(aggregateId);
    if (kind === 'start') this.#started.push(aggregateId);
  }
}
