import { type FastifyInstance } from 'fastify';
import { type Logger } from 'pino';

const QUIET = /^\/(health|metrics)/;

/**
 * One line per answered request: method, route pattern, status, time. Neither address nor query, which may hold a
 * position or an id. A Fastify hook and no Nest middleware, as it must also see what never reaches Nest.
 */
export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const line = {
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      // Said here again, as requests that never got far enough have no context.
      correlationId: request.id,
    };
    log[QUIET.test(route) ? 'debug' : 'info'](line, 'request');
    done();
  });
}
