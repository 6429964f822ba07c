import { setTimeout as sleep } from 'node:timers/promises';

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
const WORTH_ANOTHER_TRY = new Set([429, 502, 503, 504]);

/** Nobody answered, however often it was tried. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Sends a request until it gets an answer that another try would not change: eight times at most, with growing pauses
 * or those that `Retry-After` asks for. What is sent must be safe to send twice.
 *
 * @returns the last answer, be it good or bad
 * @throws NoAnswer when there was none to the last try
 */
export async function patiently(
  send: () => Promise<Response>,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await send().catch((cause: unknown) => new NoAnswer('no answer', { cause }));
    const last = attempt === ATTEMPTS;
    if (answer instanceof NoAnswer) {
      if (last) throw answer;
      await pause(pauseAfter(attempt));
    } else {
      if (last || !WORTH_ANOTHER_TRY.has(answer.status)) return answer;
      await answer.body?.cancel();
      await pause(askedPause(answer) ?? pauseAfter(attempt));
    }
  }
}

// Half of it by chance, so that the waiting requests of one import do not all come back at once.
function pauseAfter(attempt: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
  return pause / 2 + (Math.random() * pause) / 2;
}

function askedPause(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : undefined;
}
