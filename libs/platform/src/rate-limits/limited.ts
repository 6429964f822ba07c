import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type RateLimit } from './rate-limit.js';
import { RateLimits } from './rate-limits.js';
import { tooManyRequests } from './standing.js';

const LIMIT = 'jaki:rate-limit';

/** Each caller may ask for this route only so often. Every request counts, before its form is read. */
export function Limited(limit: RateLimit): MethodDecorator {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const description = `More than the caller's quota of \`${limit.name}\`: \`Retry-After\` says when to come back`;
  return applyDecorators(SetMetadata(LIMIT, limit), ApiTooManyRequestsResponse({ description, content }));
}

/** Counts requests to routes that are `@Limited`, and tells each caller what is left to it. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const limit = this.reflector.get<RateLimit | undefined>(LIMIT, context.getHandler());
    return limit === undefined || this.#count(limit, context);
  }

  async #count(limit: RateLimit, context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const { principal } = http.getRequest<FastifyRequest>();
    if (principal === undefined) throw new Error(`${limit.name} counts callers: its route must be @Requires`);
    const standing = await this.limits.take(limit, { caller: principal.id, roles: principal.roles });
    if (standing?.allowed === false) throw tooManyRequests(standing);
    void http.getResponse<FastifyReply>().headers({ ...standing?.headers });
    return true;
  }
}
