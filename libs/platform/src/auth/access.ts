import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { type Role } from '@jaki/kernel';
import { type Principal } from './principal.js';

/** Who may call a route. */
export type Access =
  | { readonly kind: 'requires'; readonly roles: readonly Role[] }
  | { readonly kind: 'public'; readonly optionalCaller: boolean };

export const ACCESS = 'jaki:access';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard, once the token was checked. */
    principal?: Principal;
  }
}

type RouteDecorator = ClassDecorator & MethodDecorator;

/** The route needs a valid token and, when roles are named, one of them. On a method or a whole controller. */
export function Requires(...roles: Role[]): RouteDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, { kind: 'requires', roles } satisfies Access),
    ApiBearerAuth(),
    ApiExtension('x-requires', roles.length === 0 ? ['any caller'] : roles),
  );
}

/** Anyone may call the route. With `optionalCaller`, a token is checked when it is sent, and `@Caller()` may be undefined. */
export function Public({ optionalCaller = false }: { optionalCaller?: boolean } = {}): RouteDecorator {
  const caller = optionalCaller ? [ApiSecurity({}), ApiBearerAuth()] : [];
  return applyDecorators(SetMetadata(ACCESS, { kind: 'public', optionalCaller } satisfies Access), ...caller);
}

/** The verified caller; undefined on a public route without a token. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().principal,
);
