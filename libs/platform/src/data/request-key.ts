/** An Idempotency-Key together with the request that it stands for. Made by `@RequestKeyOf()`. */
export interface RequestKey {
  readonly key: string;
  /** The caller's id, empty for an anonymous caller: two people may choose the same key. */
  readonly caller: string;
  /** SHA-256 of method, path and body. */
  readonly fingerprint: Buffer;
  /** Called when the stored result answers, not the work. */
  readonly replayed: () => void;
}
