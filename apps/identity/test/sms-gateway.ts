import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';

export interface SentMessage {
  readonly to: string;
  readonly text: string;
  /** The idempotency key that came with it. */
  readonly id: string;
}

/** Stands in for the operator's gateway: a real HTTP server that keeps what it is sent, or refuses all of it. */
export class TestSmsGateway {
  readonly messages: SentMessage[] = [];
  refuses = false;
  /** It answers no earlier. */
  waits: Promise<void> = Promise.resolve();
  readonly #server = createServer((request, response) => {
    void this.#take(request).then((status) => response.writeHead(status).end());
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // A service that did not start must not keep the test run alive by it.
    this.#server.unref();
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  to(phone: string): SentMessage[] {
    return this.messages.filter((message) => message.to === phone);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage): Promise<number> {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Omit<SentMessage, 'id'>;
    await this.waits;
    if (this.refuses || request.url !== '/messages') return 503;
    this.messages.push({ ...body, id: String(request.headers['idempotency-key']) });
    return 202;
  }
}
