import { Logger } from '@nestjs/common';

const APART_MS = 10 * 60 * 1_000;

/**
 * Does due rows one by one, so that one which cannot be done holds up no other: it is logged and left out for ten minutes.
 * For sweeps; each instance keeps one, and tries such a row for itself.
 */
export class EachApart {
  readonly #log: Logger;
  readonly #until = new Map<string, number>();

  /** @param name of the sweep, for its log */
  constructor(name: string) {
    this.#log = new Logger(name);
  }

  /** Which rows are left out now: for the query that finds what is due. */
  get leftOut(): string[] {
    const now = Date.now();
    for (const [id, until] of this.#until) if (until <= now) this.#until.delete(id);
    return [...this.#until.keys()];
  }

  /**
   * @param work does one row; answers whether there was anything to do
   * @returns for how many there was
   */
  async run(ids: readonly string[], work: (id: string) => Promise<boolean>): Promise<number> {
    let done = 0;
    for (const id of ids) {
      try {
        done += (await work(id)) ? 1 : 0;
      } catch (err) {
        this.#until.set(id, Date.now() + APART_MS);
        this.#log.error({ err, row: id }, 'a row that is due cannot be done, and is left out for a while');
      }
    }
    return done;
  }
}
