import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { type Registry } from 'prom-client';
import { type PlatformConfig } from '../config/platform-config.js';
import { timeRequests } from '../operations/metrics.js';
import { traceRequests } from '../operations/tracing.js';
import { closeIdleConnectionsWhenStopping } from './close-connections.js';
import { correlateRequests, correlationIdOf } from './correlation.js';
import { BODY_LIMIT, readJsonBodies } from './json-body.js';
import { refuseNulInAddress } from './nul.js';
import { linkPages } from './page.js';
import { answerProblem } from './problem.filter.js';
import { logRequests } from './request-log.js';
import { KnownRoutes } from './unknown-route.js';

/** Fastify under Nest, whose own answers to errors and unknown routes are ours. */
export class ServiceAdapter extends FastifyAdapter {
  readonly #routes: KnownRoutes;

  constructor(config: PlatformConfig, log: Logger, metrics: Registry) {
    super({
      genReqId: correlationIdOf,
      requestIdHeader: false,
      bodyLimit: BODY_LIMIT,
      // A number of hops, said as a function because Fastify's type knows no numbers.
      trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
      // Errors of the router itself, such as a broken percent-encoding.
      frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
        answerProblem(error, request, reply);
      },
      forceCloseConnections: 'idle',
      // What still comes in on an open connection while the service stops is answered as ever, as its last request.
      return503OnClosing: false,
    });
    const server = this.getInstance<FastifyInstance>();
    server.decorateRequest('principal', undefined);
    this.#routes = new KnownRoutes(server);
    correlateRequests(server);
    if (config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) traceRequests(server);
    logRequests(server, log);
    timeRequests(server, metrics);
    refuseNulInAddress(server);
    readJsonBodies(server);
    linkPages(server, config.PUBLIC_URL);
    closeIdleConnectionsWhenStopping(server);
  }

  override setErrorHandler() {
    return this.instance.setErrorHandler(answerProblem);
  }

  override setNotFoundHandler() {
    return this.instance.setNotFoundHandler(this.#routes.answer);
  }
}
