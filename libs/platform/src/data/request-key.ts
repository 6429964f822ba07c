import { createHash } from 'node:crypto';

/** An Idempotency-Key together with the request that it stands for. Part of `@By()`. */
export interface RequestKey {
  readonly key: string;
  /** Whose key it is: two callers may choose the same, and so may one person who acts in two roles. */
  readonly caller: string;
  /** SHA-256 of method, address and body; of a form only once `withContent` has added its file. */
  readonly fingerprint: Buffer | undefined;
  /** Method and address. */
  readonly target: string;
  /** Called when the stored result answers, not the work. */
  readonly replayed: () => void;
}

/** The key of a form, whose content is read after the key: the same file under the same key is the same request. */
export function withContent(once: RequestKey | undefined, content: Buffer): RequestKey | undefined {
  if (once === undefined) return undefined;
  return { ...once, fingerprint: createHash('sha256').update(once.target).update('\n').update(content).digest() };
}
