import { Injectable } from '@nestjs/common';
import { type Kysely } from 'kysely';
import { Clock, type Id, newId, type PersonId } from '@jaki/kernel';
import { type DB } from '../generated/db.js';
import { PersonalData } from './personal-data.js';
import { type Phone } from './phone.js';
import { IDENTITY, Subjects } from './subjects.js';

/** A person's id inside this database. It is in no token, event or answer. */
export type InternalPersonId = Id<'internal-person'>;

@Injectable()
export class People {
  constructor(
    private readonly personal: PersonalData,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** The person with that phone; they come into being when nobody has it yet. Right under concurrency. */
  async findOrCreate(db: Kysely<DB>, phone: Phone): Promise<InternalPersonId> {
    const hash = this.personal.phoneHash(phone);
    const id = newId<'internal-person'>(this.clock.now());
    const fresh = {
      id,
      identity_subject: this.subjects.in(IDENTITY, id),
      phone_hash: hash,
      phone_ciphertext: this.personal.encrypt(phone, 'person'),
      created_at: this.clock.now(),
    };
    await db
      .insertInto('person')
      .values(fresh)
      .onConflict((conflict) => conflict.column('phone_hash').doNothing())
      .execute();
    const found = await db.selectFrom('person').select('id').where('phone_hash', '=', hash).executeTakeFirstOrThrow();
    return found.id as InternalPersonId;
  }

  /** Whom the `sub` of identity's own token stands for; undefined for a machine's account. */
  async bySubject(db: Kysely<DB>, subject: PersonId): Promise<InternalPersonId | undefined> {
    const row = await db.selectFrom('person').select('id').where('identity_subject', '=', subject).executeTakeFirst();
    return row?.id as InternalPersonId | undefined;
  }
}
