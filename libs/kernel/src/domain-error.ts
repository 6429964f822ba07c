/** What kind of refusal an error is. HTTP makes a status of it, messaging decides by it whether to try again. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'too_many'
  | 'unavailable';

/**
 * A rule that refused. Subclass it once per rule, beside the rule.
 *
 * `code` is stable, lower_snake_case and part of the public API; `message` is for people and may change;
 * `details` holds public facts that help the caller to mend the request (never personal data).
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.details = details;
  }
}
