/** Where time comes from. Domain code gets a `Date` as a value; only use cases ask a Clock. Injectable as a class. */
export class Clock {
  /** The present moment, in milliseconds as JavaScript knows it. */
  now(): Date {
    return new Date();
  }
}

/** A clock that tests set and move. It stands still otherwise. */
export class FixedClock extends Clock {
  #now: Date;

  constructor(start: Date | string) {
    super();
    this.#now = new Date(start);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Moves on by that many milliseconds. */
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
