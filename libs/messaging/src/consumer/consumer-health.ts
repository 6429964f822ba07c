/** A consumer that has not been heard of for so long needs attention: its group has long given it up. */
const SILENCE_MS = 30_000;

/** Whether this process takes part in its consumer group, for `/health/ready`. */
export class ConsumerHealth {
  #consuming = false;
  #joined = false;
  #lastSign = 0;

  /** A consumer is being started: from now on readiness hangs on it. */
  starting(): void {
    this.#consuming = true;
  }

  joined(): void {
    this.#joined = true;
    this.alive();
  }

  /** A heartbeat or a fetch went through. */
  alive(): void {
    this.#lastSign = performance.now();
  }

  /** True when the service subscribes to nothing, or is in its group and was heard of within 30 s. */
  ready(): boolean {
    return this.reason === undefined;
  }

  /** Why it is not ready, for people. A broker that is away is such a reason, though HTTP may go on without it. */
  get reason(): string | undefined {
    if (!this.#consuming) return undefined;
    if (!this.#joined) return 'the consumer has not joined its group yet';
    const silence = performance.now() - this.#lastSign;
    return silence > SILENCE_MS ? `nothing heard from Kafka for ${Math.round(silence / 1000)} s` : undefined;
  }
}
