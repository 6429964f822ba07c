import { setTimeout as sleep } from 'node:timers/promises';
import { type Meddler, type TcpProxy } from './tcp-proxy.js';

/** `Query 'commit'` as node-postgres sends it, and the answer to it, somewhere in a chunk. */
const asksToCommit = (bytes: Buffer) => /Q.{4}commit\0/is.test(bytes.toString('latin1'));
const committed = (bytes: Buffer) => /C.{4}COMMIT\0/s.test(bytes.toString('latin1'));

/** Resets the connections of the next commits. */
export class CommitBreaker {
  hits = 0;
  #left = 0;

  /**
   * @param moment `answer`: PostgreSQL has committed, the client gets half of the answer; `request`: PostgreSQL never
   * hears of it, and rolls back
   */
  constructor(
    private readonly proxy: TcpProxy,
    private readonly moment: 'answer' | 'request',
  ) {}

  /** Breaks that many of the next commits. */
  arm(times: number): void {
    this.#left = times;
    if (this.moment === 'request') this.proxy.onRequest = this.#breaking(asksToCommit);
    else this.proxy.onAnswer = this.#breaking(committed);
  }

  #breaking(applies: (bytes: Buffer) => boolean): Meddler {
    return async (bytes, way) => {
      if (this.#left === 0 || !applies(bytes)) return bytes;
      this.#left -= 1;
      this.hits += 1;
      if (this.moment === 'answer') {
        way.client.write(bytes.subarray(0, 7));
        // Long enough for these bytes to leave before the reset throws them away.
        await sleep(5);
      }
      this.proxy.reset(way);
      return undefined;
    };
  }
}

/** Holds single commits back, so that later ones overtake them. */
export function dawdleCommits(proxy: TcpProxy, { every, milliseconds }: { every: number; milliseconds: number }) {
  const seen = { commits: 0, held: 0 };
  proxy.onRequest = async (bytes) => {
    if (!asksToCommit(bytes)) return bytes;
    seen.commits += 1;
    if (seen.commits % every !== 0) return bytes;
    seen.held += 1;
    await sleep(milliseconds);
    return bytes;
  };
  return seen;
}
