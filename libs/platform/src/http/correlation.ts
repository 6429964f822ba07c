import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { type Correlation, CorrelationContext, isCorrelationId, soundTraceparent } from '@jaki/messaging';

const HEADER = 'x-correlation-id';

/** The id that a request and all that follows from it share: the caller's own when it is a UUID or a trace id, else a new one. */
export function correlationIdOf(request: IncomingMessage | { headers: IncomingMessage['headers'] }): string {
  const given = String(request.headers[HEADER]).toLowerCase();
  return isCorrelationId(given) ? given : randomUUID();
}

/** Tells the id to the caller and keeps it for whatever runs within the request: log lines, announced events. */
export function correlateRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header(HEADER, request.id);
    CorrelationContext.run(correlationOf(request), done);
  });
}

function correlationOf({ id, headers }: FastifyRequest): Correlation {
  const traceparent = soundTraceparent(headers['traceparent']?.toString());
  return { correlationId: id, ...(traceparent && { traceparent }) };
}
