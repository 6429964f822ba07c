import { type Meddler, type TcpProxy, type Way } from './tcp-proxy.js';

export const PRODUCE = 0;

/** Cuts a stream of chunks into Kafka's frames: four bytes of length, then the frame. */
class Frames {
  #rest = Buffer.alloc(0);

  /** @returns the frames that are complete now, each with its length in front */
  take(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const frames = [];
    while (this.#rest.length >= 4 && this.#rest.length >= 4 + this.#rest.readInt32BE(0)) {
      const length = 4 + this.#rest.readInt32BE(0);
      frames.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
    }
    return frames;
  }
}

/** Swallows the broker's answers to one kind of request: it has done the work, and nobody hears of it. */
export class AnswerDropper {
  dropped = 0;
  #active = false;
  readonly #requests = new WeakMap<Way, Frames>();
  readonly #answers = new WeakMap<Way, Frames>();
  readonly #awaited = new WeakMap<Way, Set<number>>();

  /** From the start of a connection on: frames can only be told apart from its first byte. */
  constructor(
    proxy: TcpProxy,
    private readonly apiKey: number,
  ) {
    proxy.onRequest = this.#note;
    proxy.onAnswer = this.#drop;
    proxy.resetAll();
  }

  start(): void {
    this.#active = true;
  }

  stop(): void {
    this.#active = false;
  }

  readonly #note: Meddler = (bytes, way) => {
    for (const frame of of(this.#requests, way, () => new Frames()).take(bytes)) {
      if (frame.readInt16BE(4) === this.apiKey)
        of(this.#awaited, way, () => new Set<number>()).add(frame.readInt32BE(8));
    }
    return bytes;
  };

  readonly #drop: Meddler = (bytes, way) => {
    const kept = of(this.#answers, way, () => new Frames())
      .take(bytes)
      .filter((frame) => !this.#swallows(frame, way));
    return kept.length === 0 ? undefined : Buffer.concat(kept);
  };

  #swallows(frame: Buffer, way: Way): boolean {
    const expected = this.#awaited.get(way)?.delete(frame.readInt32BE(4)) === true;
    if (!expected || !this.#active) return false;
    this.dropped += 1;
    return true;
  }
}

function of<Value>(map: WeakMap<Way, Value>, way: Way, make: () => Value): Value {
  const known = map.get(way) ?? make();
  map.set(way, known);
  return known;
}
