import { createServer, type RequestListener, type Server } from 'node:http';
import { type CompanionOptions } from '@jaki/testing/local';
import { Callbacks } from './callbacks.js';
import { ChargeBook } from './charge-book.js';
import { answerTo, type Desk } from './routes.js';

export interface SandboxAcquirerOptions extends CompanionOptions {
  /** What the merchant proves itself by, and what callbacks are signed with. Default: ACQUIRER_SERVER_KEY, or `sandbox-server-key`. */
  readonly serverKey?: string;
  /** Milliseconds before each further attempt of a callback. */
  readonly retryAfter?: readonly number[];
  /** Milliseconds that an attempt may take. */
  readonly callbackTimeout?: number;
  /** How many charges are kept. */
  readonly mostCharges?: number;
  readonly now?: () => Date;
}

export interface SandboxAcquirer {
  readonly server: Server;
  stop(): Promise<void>;
}

const RETRY_AFTER = [200, 1_000, 5_000, 15_000, 60_000];
const CALLBACK_TIMEOUT = 5_000;
const MOST_CHARGES = 10_000;

/**
 * Stands in for an acquirer of QRIS payments, in memory only: charges, refunds and states for a merchant that knows the
 * server key (`/v2/…`), signed callbacks, a settlement file, and a page at `/` where a person plays the payer.
 * `POST /callback-again/{order_id}` sends the last callback of an order once more, to try doubles.
 */
export async function startSandboxAcquirer(options: SandboxAcquirerOptions): Promise<SandboxAcquirer> {
  const serverKey = options.serverKey ?? keyOfEnvironment();
  const callbacks = new Callbacks({
    serverKey,
    retryAfter: options.retryAfter ?? RETRY_AFTER,
    timeout: options.callbackTimeout ?? CALLBACK_TIMEOUT,
    print: (line) => options.print?.(line),
  });
  const book = new ChargeBook({
    now: options.now ?? (() => new Date()),
    most: options.mostCharges ?? MOST_CHARGES,
    changed: (change) => callbacks.send(change),
  });
  const server = createServer(listener({ book, callbacks, serverKey }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  return { server, stop: () => stop(server, book, callbacks) };
}

function keyOfEnvironment(): string {
  const given = process.env['ACQUIRER_SERVER_KEY'];
  // Containers hand on a variable that is not set as an empty one.
  return given === undefined || given === '' ? 'sandbox-server-key' : given;
}

function listener(desk: Desk): RequestListener {
  return (request, response) => {
    answerTo(request, desk)
      .then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
      .catch(() => response.writeHead(500).end());
  };
}

async function stop(server: Server, book: ChargeBook, callbacks: Callbacks): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeAllConnections();
  book.stop();
  await callbacks.stop();
  await closed;
}
