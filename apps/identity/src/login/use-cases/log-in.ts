import { Injectable } from '@nestjs/common';
import { type Kysely } from 'kysely';
import { Clock } from '@jaki/kernel';
import { type DB } from '../../generated/db.js';
import { type InternalPersonId, People } from '../../people/person.store.js';
import { type Phone } from '../../people/phone.js';
import { useUp } from '../challenge.store.js';

/** Turns a code that fits into a person; whoever proves a number for the first time becomes one. */
@Injectable()
export class LogIn {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Runs in the caller's transaction, so that a token request that fails later leaves the code usable. */
  async execute(
    db: Kysely<DB>,
    { challengeId, phone }: { challengeId: string; phone: Phone },
  ): Promise<InternalPersonId | undefined> {
    if (!(await useUp(db, challengeId, this.clock.now()))) return undefined;
    return this.people.findOrCreate(db, phone);
  }
}
