import { DomainError } from '@jaki/kernel';

export interface CodeLimits {
  /** Seconds between two codes for one phone. */
  readonly resendSeconds: number;
  /** Most codes for one phone within the window. */
  readonly perPhone: number;
  /** Most codes asked for from one address within the window. */
  readonly perAddress: number;
}

/** When codes were asked for before, newest first, at least within the window. */
export interface CodesAskedFor {
  readonly forPhone: readonly Date[];
  readonly fromAddress: readonly Date[];
}

/** How far back codes count against a limit, in milliseconds. */
export const LIMIT_WINDOW_MS = 60 * 60 * 1000;

/** Too many codes were asked for; it does not say whether for the phone or from the address. */
export class TooManyCodes extends DomainError {
  readonly code = 'too_many_codes';
  readonly kind = 'too_many';

  /** @param retryAfter whole seconds until it may be tried again */
  constructor(readonly retryAfter: number) {
    super(`Too many codes were asked for; try again in ${retryAfter} s`, { retryAfterSeconds: retryAfter });
  }
}

/**
 * Lets a code be sent, or refuses.
 *
 * @throws TooManyCodes
 */
export function allowCode(asked: CodesAskedFor, limits: CodeLimits, now: Date): void {
  const free = [
    after(asked.forPhone[0], limits.resendSeconds * 1000),
    after(asked.forPhone[limits.perPhone - 1], LIMIT_WINDOW_MS),
    after(asked.fromAddress[limits.perAddress - 1], LIMIT_WINDOW_MS),
  ];
  const wait = Math.max(...free) - now.getTime();
  if (wait > 0) throw new TooManyCodes(Math.ceil(wait / 1000));
}

function after(moment: Date | undefined, milliseconds: number): number {
  return moment === undefined ? 0 : moment.getTime() + milliseconds;
}
