import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { OrganisationsModule } from '../organisations/organisations.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SeedDataSet } from './seed-data-set.js';

/** Example data, for trying a platform out. */
@Module({ imports: [CityModule, OrganisationsModule, PeopleModule], providers: [SeedDataSet] })
export class SeedModule {}
