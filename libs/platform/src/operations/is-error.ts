/// <reference lib="esnext.error" />

/**
 * Whether it is an error, also one from another realm: in tests, Node's own errors (a refused connection) come from
 * outside of the realm whose `Error` we see, so `instanceof` would not know them.
 */
export function isError(value: unknown): value is Error {
  return Error.isError(value);
}
