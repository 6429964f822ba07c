import { Controller } from '@nestjs/common';
import { organisationRegistered, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { knownOrganisation } from '@jaki/platform';
import { type DB } from '../generated/db.js';
import { LearnOrganisation } from '../use-cases/learn-organisation.js';

@Controller()
export class OnOrganisationRegistered {
  constructor(private readonly organisations: LearnOrganisation) {}

  @OnEvent(organisationRegistered)
  handle(event: ReceivedEvent<typeof organisationRegistered>, { tx, now }: EventContext<DB>): Promise<void> {
    return this.organisations.execute(tx, knownOrganisation(event), now);
  }
}
