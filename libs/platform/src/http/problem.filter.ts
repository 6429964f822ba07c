import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { problemBody, problemOf } from './problem.js';

/** Makes RFC 9457 problem+json of every error, wherever it was thrown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    answerProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

const log = new Logger('Problem');

/** The same for errors that Fastify meets before Nest is asked. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  // What clients are not told must be found in the log.
  if (problem.status >= 500) log.error({ err: error, code: problem.code }, 'request failed');
  if (reply.sent) return;
  void reply
    .code(problem.status)
    // Said here again, as the router's own errors meet no hook.
    .headers({ 'x-correlation-id': request.id, 'cache-control': 'no-store', ...problem.headers })
    .type('application/problem+json')
    .send(problemBody(problem, request));
}
