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

/**
 * Starts a child again when it ends without having been asked to: three times a minute, then it gives up. So the
 * platform heals in front of you after `kill -9` of any of its processes, or of several at once: a start that fails
 * counts as one more end, and after three in a row it gives up too, however long each of them took.
 *
 * @param giveUp told in one sentence why
 * @returns what ends this care, and waits for a start that is just under way
 */
export function keepAlive(
  { slot, start }: KeptAlive,
  { say, giveUp }: { say: (line: string) => void; giveUp: (reason: string) => void },
): () => Promise<void> {
  const deaths: number[] = [];
  const ended = new AbortController();
  let reviving: Promise<void> | undefined;
  const revive = async (name: string) => {
    let why = 'see its log';
    for (let attempt = 0; !ended.signal.aborted; attempt += 1) {
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - WITHIN).length;
      if (recent > MOST || attempt === PAUSES.length) {
        const what = recent > MOST ? `ended ${recent} times within a minute` : 'does not come back';
        giveUp(`${name} ${what}: ${why}.`);
        return;
      }
      say(`${name} ended unexpectedly; starting it again.`);
      try {
        await sleep(PAUSES[attempt], undefined, { signal: ended.signal });
        await start();
        say(`${name} is back.`);
        return;
      } catch (error) {
        why = String(error instanceof Error ? error.message : error).replace(/\.$/, '');
      }
    }
  };
  slot.onUnexpectedExit = (name) => {
    // A start that fails says so itself.
    if (ended.signal.aborted || reviving !== undefined) return;
    reviving = revive(name).finally(() => (reviving = undefined));
  };
  return async () => {
    ended.abort();
    await reviving;
  };
}
