import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.js';
import { ACCESS, type Access } from './access.js';
import { type Principal } from './principal.js';
import { SealWrapper } from './seal-wrapper.js';
import { TokenVerifier, unauthenticated } from './token-verifier.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** Lets a request through as its route's `@Requires` or `@Public` says. A route without either lets nobody through. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #known = new WeakMap<object, Access>();

  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly seals: SealWrapper,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // Events come from the broker, not from a caller.
    if (context.getType() !== 'http') return true;
    const access = this.#accessOf(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization } = request.headers;
    if (access.kind === 'public' && !(access.optionalCaller && authorization !== undefined)) return true;
    return this.#admit(request, authorization, access);
  }

  async #admit(request: FastifyRequest, authorization: string | undefined, access: Access): Promise<boolean> {
    request.principal = await this.#withSealOfItsOwn(
      await this.verifier.verify(bearerToken(authorization)),
      request.method,
    );
    if (access.kind === 'public' || access.roles.length === 0) return true;
    if (access.roles.some((role) => request.principal?.roles.includes(role))) return true;
    throw new Refusal(403, 'forbidden', `This needs one of the roles ${access.roles.join(', ')}.`);
  }

  /** A request that changes nothing has nowhere to put a seal, so it gets none. */
  async #withSealOfItsOwn({ recipient, ...caller }: Principal, method: string): Promise<Principal> {
    if (recipient === undefined || READS.includes(method)) return caller;
    return { ...caller, recipient: await this.seals.wrap(recipient) };
  }

  #accessOf(context: ExecutionContext): Access {
    const handler = context.getHandler();
    const known = this.#known.get(handler);
    if (known) return known;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, context.getClass()]);
    if (!access) throw new Error(`${context.getClass().name}.${handler.name} says neither @Requires nor @Public`);
    this.#known.set(handler, access);
    return access;
  }
}

function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw unauthenticated('An access token is needed.');
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '' && rest.length === 0) return token;
  throw unauthenticated('The Authorization header must be: Bearer <access token>.');
}
