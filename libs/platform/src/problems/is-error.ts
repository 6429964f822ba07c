/// <reference lib="esnext.error" />

/**
 * Whether it is an error: one by its prototype (Fastify's are no native ones), or one from another realm (in tests,
 * Node's own errors, as of a refused connection, come from outside of the realm whose `Error` we see).
 */
export function isError(value: unknown): value is Error {
  return value instanceof Error || Error.isError(value);
}
