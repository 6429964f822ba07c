import { Injectable } from '@nestjs/common';
import { Database } from '@jaki/platform';
import { type CityData } from '@jaki/regions';
import { type DB } from '../generated/db.js';
import { findOrganisations } from '../organisations/store/organisation.store.js';
import { AddMember } from '../organisations/use-cases/add-member.js';
import { RegisterOrganisations } from '../organisations/use-cases/register-organisations.js';
import { People } from '../people/person.store.js';
import { readPhone } from '../people/phone.js';
import { type ExamplePerson, readOrganisations, readPeople } from './data-set.js';

/** Puts a data set into the platform through the same use cases as everybody else. A second time, it adds nothing. */
@Injectable()
export class SeedDataSet {
  constructor(
    private readonly db: Database<DB>,
    private readonly registration: RegisterOrganisations,
    private readonly members: AddMember,
    private readonly people: People,
  ) {}

  /** @returns how many organisations were new */
  async execute(city: CityData): Promise<number> {
    const wanted = readOrganisations(city);
    const ids = wanted.map(({ id }) => id);
    const known = new Set((await findOrganisations(this.db.kysely, ids)).map(({ id }) => id));
    const missing = wanted.filter(({ id }) => !known.has(id));
    await this.registration.execute(missing);
    for (const person of readPeople(city)) await this.#enrol(person, city.phoneCountry);
    return missing.length;
  }

  async #enrol({ phone, membership }: ExamplePerson, country: string): Promise<void> {
    if (membership) await this.members.execute({ phone, ...membership });
    else await this.db.transaction((tx) => this.people.findOrCreate(tx, readPhone(phone, country)));
  }
}
