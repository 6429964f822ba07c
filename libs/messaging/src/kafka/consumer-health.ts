/** A consumer that has not been heard of for so long needs attention: its group has long given it up. */
const SILENCE_MS = 30_000;
/** A consumer that crashes so often in so short a time joins in between, but gets nowhere. */
const CRASHES = 5;
const CRASHES_WITHIN_MS = 120_000;

/** Whether this process takes part in its consumer group, for `/health/ready`. */
export class ConsumerHealth {
  #consuming = false;
  #joined = false;
  #lastSign = 0;
  #crashes: number[] = [];

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

  /** It ended by an error that does not go away by itself. */
  crashed(): void {
    this.#crashes = [...this.#recentCrashes(), performance.now()];
  }

  #recentCrashes(): number[] {
    return this.#crashes.filter((at) => at > performance.now() - CRASHES_WITHIN_MS);
  }

  /** True when the service subscribes to nothing, or is in its group was heard of within 30 s and crashes rarely. */
  ready(): boolean {
    return this.reason === undefined;
  }

  /** Why it is not ready, for people. A broker that is away is such a reason, though HTTP may go on without it. */
  get reason(): string | undefined {
    if (!this.#consuming) return undefined;
    if (!this.#joined) return 'the consumer has not joined its group yet';
    const crashes = this.#recentCrashes().length;
    if (crashes >= CRASHES) return `the consumer crashed ${crashes} times within two minutes`;
    const silence = performance.now() - this.#lastSign;
    return silence > SILENCE_MS ? `nothing heard from Kafka for ${Math.round(silence / 1000)} s` : undefined;
  }
}
