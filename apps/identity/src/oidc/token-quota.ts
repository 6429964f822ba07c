import { Injectable } from '@nestjs/common';
import { type KoaContextWithOIDC } from 'oidc-provider';
import { RateLimits } from '@jaki/platform';
import { tokenRequests } from './quotas.js';
import { UnitOfWork } from './unit-of-work.js';

/** Counts the token requests of each person and channel account that were granted, by the id that never leaves identity. */
@Injectable()
export class TokenQuota {
  constructor(
    private readonly limits: RateLimits,
    private readonly unit: UnitOfWork,
  ) {}

  /** Within the request's transaction: beyond the quota it is refused, and its refresh token is as it was. */
  async count(ctx: KoaContextWithOIDC): Promise<void> {
    const { RefreshToken: refresh, Client: client } = ctx.oidc.entities;
    const who =
      refresh === undefined
        ? { caller: `client:${client?.clientId ?? ''}`, roles: ['channel' as const] }
        : { caller: refresh.accountId, roles: ['citizen' as const] };
    const standing = await this.unit.query((db) => this.limits.take(tokenRequests, who, db));
    if (standing === undefined) return;
    ctx.set({ ...standing.headers });
    if (standing.allowed) return;
    ctx.status = 429;
    ctx.body = { error: 'too_many_requests', error_description: 'too many token requests, see Retry-After' };
  }
}
