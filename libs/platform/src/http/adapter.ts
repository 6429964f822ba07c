import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from 'pino';
import { type Registry } from 'prom-client';
import { type PlatformConfig } from '../config/platform-config.js';
import { timeRequests } from '../operations/metrics.js';
import { traceRequests } from '../operations/tracing.js';
import { cacheNothing } from './caching.js';
import { closeIdleConnectionsWhenStopping } from './close-connections.js';
import { correlateRequests, correlationIdOf } from './correlation.js';
import { readJsonBodies } from './json-body.js';
import { limits } from './limits.js';
import { linkPages } from './page.js';
import { answerParserError, answerWhatNodeWould, originForm } from './parser-errors.js';
import { answerProblem } from './problem.filter.js';
import { logRequests } from './request-log.js';
import { refuseForms } from './takes-form.js';
import { KnownRoutes } from './unknown-route.js';
import { refuseUnstorableAddress } from './unstorable.js';

const fastifyOptions = {
  genReqId: correlationIdOf,
  requestIdHeader: false,
  bodyLimit: limits.body.most,
  requestTimeout: limits.requestTime.most * 1000,
  http: {
    maxHeaderSize: limits.header.most,
    headersTimeout: limits.headersTime.most * 1000,
    connectionsCheckingInterval: 2_000,
    // We say so ourselves, with a problem.
    requireHostHeader: false,
  },
  rewriteUrl: originForm,
  routerOptions: { ignoreTrailingSlash: true },
  clientErrorHandler: answerParserError,
  // Errors of the router itself, such as a broken percent-encoding.
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    answerProblem(error, request, reply);
  },
  forceCloseConnections: 'idle',
  // What still comes in on an open connection while the service stops is answered as ever, as its last request.
  return503OnClosing: false,
} as const;

/** Fastify under Nest, whose own answers to errors and unknown routes are ours. */
export class ServiceAdapter extends FastifyAdapter {
  readonly #routes: KnownRoutes;

  constructor(config: PlatformConfig, log: Logger, metrics: Registry) {
    super({
      ...fastifyOptions,
      // A number of hops, said as a function because Fastify's type knows no numbers.
      trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY,
    });
    const server = this.getInstance<FastifyInstance>();
    server.decorateRequest('principal', undefined);
    this.#routes = new KnownRoutes(server);
    correlateRequests(server);
    if (config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined) traceRequests(server);
    logRequests(server, log);
    timeRequests(server, metrics);
    answerWhatNodeWould(server);
    this.#routes.answerOptions(server);
    refuseUnstorableAddress(server);
    refuseForms(server);
    readJsonBodies(server);
    cacheNothing(server);
    linkPages(server, config.PUBLIC_URL);
    closeIdleConnectionsWhenStopping(server);
  }

  override setErrorHandler() {
    return this.instance.setErrorHandler((error, request, reply) => {
      // Whatever is wrong with a request that meets no route, it is at the wrong address first.
      if (request.is404) this.#routes.answer(request, reply);
      else answerProblem(error, request, reply);
    });
  }

  override setNotFoundHandler() {
    return this.instance.setNotFoundHandler(this.#routes.answer);
  }
}
