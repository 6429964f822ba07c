import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type CompanionOptions } from '@jaki/testing/local';

export interface TextMessage {
  readonly to: string;
  readonly text: string;
  readonly at: string;
}

export interface SmsSink {
  readonly server: Server;
  stop(): Promise<void>;
}

const KEPT = 10_000;
const LONGEST = 10_000;

/**
 * Stands in for an operator's SMS gateway: keeps and prints what it is sent, in memory only.
 * `POST /messages {to, text}` answers 202; `GET /messages?to=%2B62…` answers the kept ones, oldest first.
 */
export async function startSmsSink(options: CompanionOptions): Promise<SmsSink> {
  const kept: TextMessage[] = [];
  const known = new Set<string>();
  const keep = (message: TextMessage, key: string | undefined) => {
    // A gateway that is sent the same message again, because its first answer got lost, sends it once.
    if (key !== undefined && known.has(key)) return;
    if (key !== undefined) known.add(key);
    kept.push(message);
    if (kept.length > KEPT) kept.shift();
    options.print?.(`to ${message.to}: ${message.text}`);
  };
  const server = createServer((request, response) => {
    answer(request, response, { kept, keep }).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  return { server, stop: () => stop(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { kept, keep }: { kept: readonly TextMessage[]; keep: (message: TextMessage, key: string | undefined) => void },
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sink');
  if (pathname !== '/messages') return void response.writeHead(404).end();
  if (request.method === 'POST') {
    keep(readMessage(await text(request)), request.headers['idempotency-key']?.toString());
    return void response.writeHead(202).end();
  }
  // An unencoded + arrives as a space.
  const to = searchParams.get('to')?.replace(/^ /, '+');
  const items = kept.filter((message) => to === undefined || message.to === to);
  return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
}

function readMessage(body: string): TextMessage {
  if (body.length > LONGEST) throw new RangeError('too long for a text message');
  const { to, text: words } = JSON.parse(body) as Partial<TextMessage>;
  if (typeof to !== 'string' || typeof words !== 'string') throw new TypeError('to and text are required');
  return { to, text: words, at: new Date().toISOString() };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
