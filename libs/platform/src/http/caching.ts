import { type FastifyInstance } from 'fastify';

/**
 * No cache keeps an answer unless its route says so: what somebody is told as themselves is for nobody else, an error is
 * over soon, and a list changes. `no-cache` still lets a client ask whether what it has is current.
 */
export function cacheNothing(server: FastifyInstance): void {
  // eslint-disable-next-line no-restricted-syntax -- four parameters are Fastify's own
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) {
      const forAll =
        (request.method === 'GET' || request.method === 'HEAD') &&
        request.headers.authorization === undefined &&
        reply.statusCode < 400;
      reply.header('cache-control', forAll ? 'no-cache' : 'no-store');
    }
    done(null, payload);
  });
}
