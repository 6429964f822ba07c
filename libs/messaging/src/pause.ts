import { setTimeout as sleep } from 'node:timers/promises';

/** Waits that long, or until the signal is aborted. Never rejects. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}

/** Doubling steps with jitter, so that many who failed together do not come back together. In milliseconds. */
export function backoff(tries: number, { from, to }: { from: number; to: number }): number {
  const step = Math.min(to, from * 2 ** Math.min(tries, 30));
  return Math.round(step * (0.75 + Math.random() / 2));
}

/** The work's result, or undefined when it takes longer. The work goes on in that case. */
export async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), undefined);
  });
  return Promise.race([work, tooLate]).finally(() => {
    clearTimeout(timer);
  });
}
