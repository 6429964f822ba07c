import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type RequestKey } from '../data/request-key.js';
import { validationFailed } from './refusal.js';

const HEADER = 'idempotency-key';
// Visible ASCII; the IETF draft allows a quoted string, which is one of these.
const SANE = /^[\x21-\x7e]{1,200}$/;

/** The caller's Idempotency-Key for `Database.transaction(…, { once })`; undefined when none was sent. */
export const RequestKeyOf = createParamDecorator((_: unknown, context: ExecutionContext): RequestKey | undefined => {
  const http = context.switchToHttp();
  return requestKeyOf(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

function requestKeyOf(request: FastifyRequest, reply: FastifyReply): RequestKey | undefined {
  const key = request.headers[HEADER];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !SANE.test(key)) {
    const detail = 'Idempotency-Key must be 1 to 200 visible ASCII characters.';
    throw validationFailed([{ in: 'header', pointer: `/${HEADER}`, code: 'malformed_key', detail }]);
  }
  const meaning = JSON.stringify([request.method, request.url, request.body ?? null]);
  return {
    key,
    caller: request.principal?.id ?? '',
    fingerprint: createHash('sha256').update(meaning).digest(),
    replayed: () => void reply.header('idempotency-replayed', 'true'),
  };
}
