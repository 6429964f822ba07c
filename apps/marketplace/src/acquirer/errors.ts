import { DomainError } from '@jaki/kernel';

/** What was asked for is asked again later: nothing is lost. */
export class AcquirerUnavailable extends DomainError {
  readonly code = 'acquirer_unavailable';
  readonly kind = 'unavailable';
  constructor(why: string, options?: ErrorOptions) {
    super(`The acquirer cannot be asked now: ${why}.`, {}, options);
  }
}

/** Whoever sent it does not have the acquirer's key. */
export class CallbackNotSigned extends DomainError {
  readonly code = 'callback_not_signed';
  readonly kind = 'unauthenticated';
  constructor() {
    super('That is no callback of the acquirer: its signature does not fit.');
  }
}
