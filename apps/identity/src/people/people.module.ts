import { Module } from '@nestjs/common';
import { CityModule } from '../city/city.module.js';
import { People } from './person.store.js';
import { PersonalData } from './personal-data.js';
import { Subjects } from './subjects.js';

/** Who is who: people by phone, and by another id in each service. */
@Module({
  imports: [CityModule],
  providers: [People, PersonalData, Subjects],
  exports: [People, PersonalData, Subjects],
})
export class PeopleModule {}
