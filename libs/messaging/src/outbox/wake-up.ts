/** Tells this process's relay that there is something to send. Only speed hangs on it: the relay also looks by itself. */
export class WakeUp {
  #expected = new WeakSet<object>();
  #wake: (() => void) | undefined;
  #due = false;

  /** True when it rang since the last wait. */
  get due(): boolean {
    return this.#due;
  }

  /** Events were written in this transaction, which is still open. */
  expect(tx: object): void {
    this.#expected.add(tx);
  }

  /** This transaction has been committed. */
  committed(tx: object): void {
    if (this.#expected.delete(tx)) this.ring();
  }

  /** Ends the wait of now, or the next one if nobody is waiting. */
  ring(): void {
    this.#due = true;
    this.#wake?.();
  }

  /** Waits for a ring, at most that many milliseconds. True when it rang. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#due) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#wake = undefined;
    const rang = this.#due;
    this.#due = false;
    return rang;
  }
}
