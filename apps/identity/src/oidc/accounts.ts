import { Injectable } from '@nestjs/common';
import { type Account, errors, type FindAccount } from 'oidc-provider';
import { Clock } from '@jaki/kernel';
import { UnitOfWork } from './unit-of-work.js';

/** How long a refresh token that was just used is taken for a repeat of the same request, in milliseconds. */
const REPEAT_MS = 10_000;

type Source = Parameters<FindAccount>[2];

/** Tells oidc-provider whether a person is still there. */
@Injectable()
export class Accounts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidGrant for a refresh token that was used a moment ago */
  async find(id: string, source: Source): Promise<Account | undefined> {
    this.#forgiveRepeat(source);
    const row = await this.unit.query((db) =>
      db.selectFrom('person').select('id').where('id', '=', id).executeTakeFirst(),
    );
    return row && { accountId: id, claims: () => ({ sub: id }) };
  }

  /**
   * oidc-provider ends a session whose refresh token is used twice, as a thief would. An app whose answer was lost in
   * the air tries again as well, but at once: it is refused, and the session goes on.
   */
  #forgiveRepeat(source: Source): void {
    if (source?.kind !== 'RefreshToken' || typeof source.consumed !== 'number') return;
    if (this.clock.now().getTime() - source.consumed * 1000 < REPEAT_MS) {
      throw new errors.InvalidGrant('used a moment ago');
    }
  }
}
