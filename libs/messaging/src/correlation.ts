import { AsyncLocalStorage } from 'node:async_hooks';

/** What ties together all that one request or one event sets off. */
export interface Correlation {
  /** Shared by everything that follows from one request. */
  readonly correlationId: string;
  /** The event that is being handled, if one is: the direct cause of what is announced now. */
  readonly causationId?: string | undefined;
  /** W3C trace context as it came in, handed on when this process records no traces itself. */
  readonly traceparent?: string | undefined;
}

const storage = new AsyncLocalStorage<Correlation>();

/** Platform sets it per request, the consumer per event; the outbox writes it beside each announcement. */
export const CorrelationContext = {
  /** Runs the work, and all that it awaits, under that correlation. */
  run<Result>(correlation: Correlation, work: () => Result): Result {
    return storage.run(correlation, work);
  },

  /** The correlation of the work that is running, undefined outside any. */
  get(): Correlation | undefined {
    return storage.getStore();
  },
};
