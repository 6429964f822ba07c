const RENEWED_BEFORE_END_MS = 60_000;

/** An access token, and when it is time for the next. */
export interface Token {
  readonly value: string;
  readonly renewAt: number;
}

/** @param lifetime in seconds, as `expires_in` says it */
export function tokenFor(value: string, lifetime = 0): Token {
  return { value, renewAt: Date.now() + lifetime * 1000 - RENEWED_BEFORE_END_MS };
}

/** The same token until it is about to expire, then the next. @param next asked by one caller at a time */
export function keptFresh(next: () => Promise<Token>): () => Promise<string> {
  let current: Promise<Token> | undefined;
  return async () => {
    const seen = current;
    if (seen !== undefined && (await seen).renewAt >= Date.now()) return (await seen).value;
    // Only the first of those who find it old: a refresh token that is used twice is taken for stolen.
    if (current === undefined || current === seen) current = next();
    return (await current).value;
  };
}
