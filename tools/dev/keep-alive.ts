import { setTimeout as sleep } from 'node:timers/promises';
import { type ChildSlot } from '@jaki/testing/embedded';

const MOST = 3;
const WITHIN = 60_000;

export interface KeptAlive {
  readonly slot: ChildSlot;
  readonly start: () => Promise<void>;
}

/**
 * Starts a child again when it ends without having been asked to: three times a minute, then it gives up. So the
 * platform heals in front of you after `kill -9` of any of its processes.
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
  let reviving = Promise.resolve();
  const revive = async (name: string) => {
    try {
      await sleep(200, undefined, { signal: ended.signal });
      await start();
      say(`${name} is back.`);
    } catch (error) {
      if (!ended.signal.aborted) giveUp(error instanceof Error ? error.message : String(error));
    }
  };
  slot.onUnexpectedExit = (name) => {
    if (ended.signal.aborted) return;
    deaths.push(Date.now());
    const recent = deaths.filter((at) => at > Date.now() - WITHIN).length;
    if (recent > MOST) {
      giveUp(`${name} ended ${recent} times within a minute: see its log.`);
      return;
    }
    say(`${name} ended unexpectedly; starting it again.`);
    reviving = revive(name);
  };
  return async () => {
    ended.abort();
    await reviving;
  };
}
