import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.js';
import { answerProblem } from './problem.filter.js';

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
    const allow = this.#allowedAt(request.url);
    const error =
      allow === ''
        ? new Refusal(404, 'not_found', 'There is nothing at this address.')
        : new Refusal(405, 'method_not_allowed', `This address answers ${allow} only.`, { headers: { allow } });
    answerProblem(error, request, reply);
  };

  /** Tells which methods an address answers, after CORS has said what pages of other origins may ask. */
  answerOptions(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, done) => {
      if (request.method !== 'OPTIONS') {
        done();
        return;
      }
      const allow = this.#allowedAt(request.url);
      if (allow === '') this.answer(request, reply);
      else void reply.code(204).header('allow', `${allow}, OPTIONS`).send();
    });
  }

  #allowedAt(url: string): string {
    const path = url.split('?', 1)[0] ?? '';
    const at = [...this.#methods.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(at.flatMap(({ methods }) => [...methods]))].sort().join(', ');
  }
}

function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${source.join('/')}/?$`);
}
