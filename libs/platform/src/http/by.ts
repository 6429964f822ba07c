import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Principal } from '../auth/principal.js';
import { type RequestKey } from '../data/request-key.js';
import { validationFailed } from '../problems/refusal.js';

const HEADER = 'idempotency-key';
// Visible ASCII; the IETF draft allows a quoted string, which is one of these.
const SANE = '^[\\x21-\\x7e]{1,200}$';
const PATTERN = new RegExp(SANE);

/** By whom a command is given, and under which key. On a public route the actor may be undefined: `By<Principal | undefined>`. */
export interface By<Actor extends Principal | undefined = Principal> {
  readonly actor: Actor;
  /** For `Database.transaction(…, { once })`; undefined when the caller sent no Idempotency-Key. */
  readonly once: RequestKey | undefined;
}

/**
 * The verified caller and its Idempotency-Key, in one parameter that each command hands on as it is:
 * `execute({ reportId, ...by })`. Every POST takes it, or says by `@NaturallyIdempotent` why it need not.
 */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext): By<Principal | undefined> => {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    return { actor: request.principal, once: requestKeyOf(request, http.getResponse<FastifyReply>()) };
  },
  [documentKey],
);

/** The route's effect is the same however often it is asked for, so that it needs no Idempotency-Key: say why. */
export const NaturallyIdempotent = (why: string): MethodDecorator => SetMetadata('jaki:naturally-idempotent', why);

function documentKey(target: object, method: string | symbol | undefined): void {
  if (method === undefined) return;
  const description = 'The same key from the same caller: the same effect once, and its first answer again';
  const schema = { type: 'string' as const, pattern: SANE };
  const header = ApiHeader({ name: HEADER, required: false, description, schema });
  header(target, method, Object.getOwnPropertyDescriptor(target, method) ?? {});
}

function requestKeyOf(request: FastifyRequest, reply: FastifyReply): RequestKey | undefined {
  const key = request.headers[HEADER];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !PATTERN.test(key)) {
    const detail = 'Idempotency-Key must be 1 to 200 visible ASCII characters.';
    throw validationFailed([{ in: 'header', pointer: `/${HEADER}`, code: 'malformed_key', detail }]);
  }
  const fingerprint = fingerprintOf(request);
  return {
    key,
    caller: callerOf(request.principal, fingerprint),
    fingerprint: isForm(request) ? undefined : fingerprint,
    target: `${request.method} ${request.url}`,
    replayed: () => void reply.header('idempotency-replayed', 'true'),
  };
}

function fingerprintOf({ method, url, body }: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest();
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
}

/**
 * All of a caller that changes what it may see and do: one person's two organisations are two callers, as one must not be
 * shown what the other was answered. Callers without a token cannot be told apart, so each request has keys of its own.
 */
function callerOf(principal: Principal | undefined, fingerprint: Buffer): string {
  if (principal === undefined) return `anonymous ${fingerprint.toString('hex')}`;
  const { id, organisation, channel, roles } = principal;
  if (organisation === undefined && channel === undefined && roles.join() === 'citizen') return id;
  return JSON.stringify([id, organisation?.id ?? null, channel ?? null, roles.toSorted()]);
}
