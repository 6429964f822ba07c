import { DomainError } from '@jaki/kernel';

export class TooBusy extends DomainError {
  readonly code = 'too_busy';
  readonly kind = 'unavailable';
  constructor() {
    super('Too many photos are coming in at once. Please try again in a few seconds.');
  }
}

/** Lets only so many works go on at once; a few more wait in the order in which they came. */
export class Gate {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly limits: { readonly atOnce: number; readonly waiting: number }) {}

  /** @throws TooBusy when as many wait as may */
  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < this.limits.atOnce) this.#running += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      // Handed on rather than given back, so that nobody who comes just now gets before those who wait.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.limits.waiting) throw new TooBusy();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
