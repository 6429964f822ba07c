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
 */
export function keepAlive(
  { slot, start }: KeptAlive,
  { say, giveUp }: { say: (line: string) => void; giveUp: (reason: string) => void },
): void {
  const deaths: number[] = [];
  slot.onUnexpectedExit = (name) => {
    deaths.push(Date.now());
    const recent = deaths.filter((at) => at > Date.now() - WITHIN).length;
    if (recent > MOST) {
      giveUp(`${name} ended ${recent} times within a minute: see its log.`);
      return;
    }
    say(`${name} ended unexpectedly; starting it again.`);
    void sleep(200)
      .then(start)
      .then(() => {
        say(`${name} is back.`);
      })
      .catch((error: unknown) => {
        giveUp(error instanceof Error ? error.message : String(error));
      });
  };
}
