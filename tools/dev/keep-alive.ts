import { setTimeout as sleep } from 'node:timers/promises';
import { type ChildSlot } from '@jaki/testing/embedded';

const MOST = 3;
const WITHIN = 60_000;
/** What it needs may have ended with it and takes a moment too. */
const PAUSES = [200, 1_000, 5_000];

export interface KeptAlive {
  readonly slot: ChildSlot;
  readonly start: () => Promise<void>;
}

export interface Told {
  readonly say: (line: string) => void;
  /** Told in one sentence why. */
  readonly giveUp: (reason: string) => void;
}

/**
 * Starts a child again when it ends without having been asked to: three times a minute, then it gives up. So the
 * platform heals in front of you after `kill -9` of any of its processes, or of several at once: a start that fails
 * counts as one more end, and after three in a row it gives up too, however long each of them took.
 *
 * @returns what ends this care, and waits for a start that is just under way
 */
export function keepAlive(child: KeptAlive, told: Told): () => Promise<void> {
  const ended = new AbortController();
  const revival = new Revival(child, told, ended.signal);
  let reviving: Promise<void> | undefined;
  child.slot.onUnexpectedExit = (name) => {
    // A start that fails says so itself.
    if (ended.signal.aborted || reviving !== undefined) return;
    reviving = revival.revive(name).finally(() => (reviving = undefined));
  };
  return async () => {
    ended.abort();
    await reviving;
  };
}

/** Starts one child again and again, and remembers how often. */
class Revival {
  readonly #deaths: number[] = [];

  constructor(
    private readonly child: KeptAlive,
    private readonly told: Told,
    private readonly ended: AbortSignal,
  ) {}

  async revive(name: string): Promise<void> {
    let why = 'see its log';
    for (let attempt = 0; !this.ended.aborted; attempt += 1) {
      const hopeless = this.#hopeless(attempt);
      if (hopeless !== undefined) {
        this.told.giveUp(`${name} ${hopeless}: ${why}.`);
        return;
      }
      this.told.say(`${name} ended unexpectedly; starting it again.`);
      try {
        await sleep(PAUSES[attempt], undefined, { signal: this.ended });
        await this.child.start();
        this.told.say(`${name} is back.`);
        return;
      } catch (error) {
        why = String(error instanceof Error ? error.message : error).replace(/\.$/, '');
      }
    }
  }

  /** What is said when it is not tried again. */
  #hopeless(attempt: number): string | undefined {
    this.#deaths.push(Date.now());
    const recent = this.#deaths.filter((at) => at > Date.now() - WITHIN).length;
    if (recent > MOST) return `ended ${recent} times within a minute`;
    return attempt === PAUSES.length ? 'does not come back' : undefined;
  }
}
