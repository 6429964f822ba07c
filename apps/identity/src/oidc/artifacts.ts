import { createHash } from 'node:crypto';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { type Clock, isUuid } from '@jaki/kernel';
import { type UnitOfWork } from './unit-of-work.js';

/** Where oidc-provider keeps one kind of thing. A stolen copy of the table holds no token that would work. */
export class Artifacts implements Adapter {
  constructor(
    private readonly model: string,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const { jti: _, ...kept } = payload;
    const values = {
      payload: JSON.stringify(kept),
      grant_id: payload.grantId ?? null,
      account_id: payload.accountId !== undefined && isUuid(payload.accountId) ? payload.accountId : null,
      expires_at: expiresIn ? new Date(this.clock.now().getTime() + expiresIn * 1000) : null,
    };
    await this.unit.query((db) =>
      db
        .insertInto('oidc_artifact')
        .values({ model: this.model, id: hash(id), ...values })
        .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(values))
        .execute(),
    );
  }

  /** With `consumed` in seconds of the epoch, to the millisecond. */
  async find(id: string): Promise<AdapterPayload | undefined> {
    const row = await this.unit.query((db) =>
      db
        .selectFrom('oidc_artifact')
        .select(['payload', 'consumed_at'])
        .where('model', '=', this.model)
        .where('id', '=', hash(id))
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const consumed = row.consumed_at === null ? {} : { consumed: row.consumed_at.getTime() / 1000 };
    return { ...(row.payload as AdapterPayload), jti: id, ...consumed };
  }

  /** Of several uses at once, one wins; the others get a clean refusal, and what they did is rolled back. */
  async consume(id: string): Promise<void> {
    const { numUpdatedRows } = await this.unit.query((db) =>
      db
        .updateTable('oidc_artifact')
        .set({ consumed_at: this.clock.now() })
        .where('model', '=', this.model)
        .where('id', '=', hash(id))
        .where('consumed_at', 'is', null)
        .executeTakeFirst(),
    );
    if (numUpdatedRows === 0n) throw new errors.InvalidGrant('used at the same moment by another request');
  }

  async destroy(id: string): Promise<void> {
    await this.unit.query((db) =>
      db.deleteFrom('oidc_artifact').where('model', '=', this.model).where('id', '=', hash(id)).execute(),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.unit.query((db) =>
      db.deleteFrom('oidc_artifact').where('model', '=', this.model).where('grant_id', '=', grantId).execute(),
    );
  }

  // Interactive sessions and device codes do not exist here, so nothing is ever found by theirs.
  findByUid(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}
