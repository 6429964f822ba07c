import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from './figures.js';
import { bodyOfFiling } from './filing-body.js';
import { LoadConnection } from './load-connection.js';
import { type LoadJob, type LoadResult } from './load-job.js';

/** Timers are no finer; what is due by then is sent together. */
const LEAST_PAUSE_MS = 1;
/** For answers that are still on their way when the time is over. */
const PATIENCE_MS = 10_000;

/** Sends what the job says and counts what comes back. */
export async function drive(job: LoadJob): Promise<LoadResult> {
  const load = new Load(job);
  try {
    return await load.run();
  } finally {
    load.close();
  }
}

class Load {
  readonly #job: LoadJob;
  readonly #latencies: number[] = [];
  readonly #next: () => string;
  #connections: LoadConnection[] = [];
  #failed = 0;
  #sent = 0;
  #start = 0;

  constructor(job: LoadJob) {
    this.#job = job;
    this.#next = requestsOf(job);
  }

  async run(): Promise<LoadResult> {
    const { connections, seconds, url } = this.#job;
    const open = () =>
      LoadConnection.open(
        new URL(url),
        (status, milliseconds) => this.#count(status, milliseconds),
        () => this.#failed++,
      );
    this.#connections = await Promise.all(Array.from({ length: connections }, open));
    this.#start = performance.now();
    const before = process.cpuUsage();
    while (this.#elapsed() < seconds) {
      this.#sendDue();
      await sleep(this.#untilDue());
    }
    const took = this.#elapsed();
    const answered = this.#latencies.length;
    const { user, system } = process.cpuUsage(before);
    const latencies = this.#latencies.slice();
    await this.#settle();
    const share = (of: number) => (answered > 0 ? quantile(latencies, of) : NaN);
    const figures = { p50: share(0.5), p99: share(0.99), cost: (user + system) / answered };
    return { answered, failed: this.#failed, seconds: took, ...figures };
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
  }

  #elapsed(): number {
    return (performance.now() - this.#start) / 1000;
  }

  /** Without a rate a request is due whenever a connection is free. */
  #sendDue(): void {
    const { rate } = this.#job;
    for (const connection of this.#connections) {
      if (!connection.idle) continue;
      const due = rate === undefined ? performance.now() : this.#dueAt(rate);
      if (due > performance.now()) return;
      this.#sent++;
      connection.send(this.#next(), due);
    }
  }

  #dueAt(rate: number): number {
    return this.#start + (this.#sent / rate) * 1000;
  }

  /** How long nothing has to be sent, but for what answers set free. */
  #untilDue(): number {
    const { rate, seconds } = this.#job;
    const end = this.#start + seconds * 1000;
    const next = rate === undefined ? end : Math.min(this.#dueAt(rate), end);
    return Math.max(next - performance.now(), LEAST_PAUSE_MS);
  }

  #count(status: number, milliseconds: number): void {
    if (status < 200 || status > 299) this.#failed++;
    else this.#latencies.push(milliseconds);
    // At once, not at the next tick: a free connection with a request due must not wait for a timer.
    if (this.#elapsed() < this.#job.seconds) this.#sendDue();
  }

  async #settle(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    while (this.#connections.some(({ waiting }) => waiting) && performance.now() < until) await sleep(LEAST_PAUSE_MS);
    this.#failed += this.#connections.filter(({ waiting }) => waiting).length;
  }
}

/** Gives one finished request after another. */
function requestsOf({ url, token, filing, paths }: LoadJob): () => string {
  const { host } = new URL(url);
  const common = `host: ${host}\r\nauthorization: Bearer ${token}\r\n`;
  if (filing) return () => filingRequest(common);
  const requests = paths.map((path) => `GET ${path} HTTP/1.1\r\n${common}\r\n`);
  let turn = 0;
  return () => requests[turn++ % requests.length] ?? '';
}

function filingRequest(common: string): string {
  const body = bodyOfFiling();
  const own = `content-type: application/json\r\nidempotency-key: ${crypto.randomUUID()}\r\n`;
  return `POST /v1/reports HTTP/1.1\r\n${common}${own}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
