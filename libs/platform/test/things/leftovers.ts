/** What a test must let go of, also when it fails half-way: a server that stays open would keep Jest from ending. */
export class Leftovers {
  readonly #waiting: (() => Promise<unknown>)[] = [];

  add(...letGo: (() => Promise<unknown>)[]): void {
    this.#waiting.push(...letGo);
  }

  /** In the order opposite to adding. */
  async clear(): Promise<void> {
    for (const letGo of this.#waiting.splice(0).reverse()) await letGo();
  }
}
