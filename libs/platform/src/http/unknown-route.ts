import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerProblem } from './problem.filter.js';
import { Refusal } from './refusal.js';

/** Remembers the routes as they are added, to tell 405 from 404 for a request that met none of them. */
export class KnownRoutes {
  readonly #methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const known = this.#methods.get(url) ?? { pattern: patternOf(url), methods: new Set() };
      for (const each of [method].flat()) known.methods.add(each);
      this.#methods.set(url, known);
    });
  }

  /** Answers a request that met no route. */
  readonly answer = (request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url.split('?', 1)[0] ?? '';
    const others = [...this.#methods.values()].filter(({ pattern }) => pattern.test(path));
    const allow = [...new Set(others.flatMap(({ methods }) => [...methods]))].sort().join(', ');
    const error =
      allow === ''
        ? new Refusal(404, 'not_found', 'There is nothing at this address.')
        : new Refusal(405, 'method_not_allowed', `This address answers ${allow} only.`, { headers: { allow } });
    answerProblem(error, request, reply);
  };
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${source.join('/')}/?$`);
}
