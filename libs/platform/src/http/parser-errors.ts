import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type FastifyInstance } from 'fastify';
import { Refusal } from '../problems/refusal.js';
import { type Problem, problemBody } from './problem.js';

const PROBLEMS: Readonly<Record<string, Problem>> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'header_too_large', detail: 'The headers are too large.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'request_timeout', detail: 'The request did not come in time.' },
};
const MALFORMED: Problem = { status: 400, code: 'malformed_request', detail: 'This is no HTTP request.' };

/** Answers what Node's parser refuses, before there is a request, like every other error: with problem+json. */
export function answerParserError(error: Error & { code?: string }, socket: Socket): void {
  // Nobody listens any more.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const problem = PROBLEMS[error.code ?? ''] ?? MALFORMED;
  const id = randomUUID();
  const body = JSON.stringify(problemBody(problem, { url: '', id }));
  const line = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`;
  const headers = Object.entries(headersOf(body, id)).map(([name, value]) => `${name}: ${value}`);
  socket.end(`${[line, ...headers].join('\r\n')}\r\n\r\n${body}`);
}

function headersOf(body: string, id: string): Record<string, string> {
  return {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-correlation-id': id,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
}

/** What Node would answer itself, with a status alone: a request without Host, an expectation, a CONNECT. */
export function answerWhatNodeWould(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    done(refusalOfHost(request.raw));
  });
  server.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const problem = { status: 417, code: 'expectation_failed', detail: 'Only 100-continue can be expected.' };
    const id = randomUUID();
    const body = JSON.stringify(problemBody(problem, { url: request.url ?? '', id }));
    response.writeHead(417, { ...headersOf(body, id) }).end(body);
  });
  server.server.on('connect', (_request, socket) => {
    answerParserError(Object.assign(new Error('CONNECT'), { code: 'CONNECT' }), socket as Socket);
  });
}

// A name or an address, and a port; it may be empty.
const HOST = /^(\[[\da-f:.]+\]|[\w.~!$&'()*+,;=%-]*)(:\d*)?$/i;

function refusalOfHost({ headersDistinct, httpVersion }: IncomingMessage): Refusal | undefined {
  const [host, second] = headersDistinct['host'] ?? [];
  if (second !== undefined || (host !== undefined && !HOST.test(host))) {
    return new Refusal(400, 'malformed_host', 'There must be one Host header that names a host (RFC 9112, 3.2).');
  }
  if (host !== undefined || httpVersion === '1.0') return undefined;
  return new Refusal(400, 'missing_host', 'HTTP/1.1 wants a Host header (RFC 9112, 3.2).');
}

/** As a proxy may send it (RFC 9112, 3.2.2), a target with scheme and host: `http://host/v1/inbox` is `/v1/inbox`. */
export function originForm({ url = '/' }: { url?: string | undefined }): string {
  const [, rest] = /^https?:\/\/[^/?#]*(.*)$/is.exec(url) ?? [];
  if (rest === undefined) return url;
  return rest.startsWith('/') ? rest : `/${rest}`;
}
