import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One connection through the proxy: the service's end and the server's. */
export interface Way {
  readonly client: Socket;
  readonly server: Socket;
}

/**
 * What may be done to bytes on their way.
 *
 * @returns what goes on, or undefined when nothing does; it may end either socket
 */
export type Meddler = (bytes: Buffer, way: Way) => Buffer | undefined | Promise<Buffer | undefined>;

/** Forwards TCP connections and breaks them on demand. Nothing happens to them until it is asked for. */
export class TcpProxy {
  /** Milliseconds that every chunk waits, in each direction. */
  delay = 0;
  /** Nobody gets an answer, nobody is told: what a cable that was pulled looks like. */
  mute = false;
  onRequest: Meddler | undefined;
  onAnswer: Meddler | undefined;
  bytesDropped = 0;
  bytesDelayed = 0;
  connectionsCut = 0;
  readonly #ways = new Set<Way>();
  #refusing = false;

  private constructor(
    private readonly listener: Server,
    readonly port: number,
    private readonly target: number,
  ) {}

  /** @param ports both on 127.0.0.1 */
  static async start(ports: { listen: number; target: number }): Promise<TcpProxy> {
    const listener = createServer({ noDelay: true });
    const proxy = new TcpProxy(listener, ports.listen, ports.target);
    listener.on('connection', (client) => proxy.#join(client));
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject).listen(ports.listen, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** Ends what is connected by a reset and refuses what comes, until `heal`. */
  cut(): void {
    this.#refusing = true;
    this.resetAll();
  }

  resetAll(): void {
    for (const way of this.#ways) this.reset(way);
  }

  reset({ client, server }: Way): void {
    this.connectionsCut += 1;
    client.resetAndDestroy();
    server.resetAndDestroy();
  }

  /** As if nothing had been done; connections that were mute are ended, as their bytes are lost. */
  heal(): void {
    if (this.mute) this.resetAll();
    this.#refusing = false;
    this.mute = false;
    this.delay = 0;
    this.onRequest = undefined;
    this.onAnswer = undefined;
  }

  async stop(): Promise<void> {
    for (const { client, server } of this.#ways) {
      client.destroy();
      server.destroy();
    }
    await new Promise((resolve) => this.listener.close(resolve));
  }

  #join(client: Socket): void {
    if (this.#refusing) {
      this.connectionsCut += 1;
      client.resetAndDestroy();
      return;
    }
    const server = connect({ port: this.target, host: '127.0.0.1', noDelay: true });
    const way = { client, server };
    this.#ways.add(way);
    this.#forward(client, server, (bytes) => (this.onRequest ? this.onRequest(bytes, way) : bytes));
    this.#forward(server, client, (bytes) => (this.onAnswer ? this.onAnswer(bytes, way) : bytes));
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        if (other.destroyed) this.#ways.delete(way);
        if (!this.mute) other.destroy();
      });
    }
  }

  /** Chunks keep their order, also when one of them waits. */
  #forward(from: Socket, to: Socket, meddle: (bytes: Buffer) => ReturnType<Meddler>): void {
    let last = Promise.resolve();
    const pass = async (bytes: Buffer, due: number) => {
      if (due > performance.now()) {
        this.bytesDelayed += bytes.length;
        await sleep(due - performance.now());
      }
      const left = this.mute ? undefined : await meddle(bytes);
      this.bytesDropped += Math.max(0, bytes.length - (left?.length ?? 0));
      if (left !== undefined && to.writable) to.write(left);
    };
    from.on('data', (bytes: Buffer) => {
      const due = performance.now() + this.delay;
      last = last.then(() => pass(bytes, due));
    });
    from.on('end', () => {
      last = last.then(() => {
        if (!this.mute) to.end();
      });
    });
  }
}
