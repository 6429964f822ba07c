import { Controller } from '@nestjs/common';
import { organisationChanged, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { type DB } from '../generated/db.js';
import { LearnOrganisation } from '../use-cases/learn-organisation.js';
import { organisationOf } from './organisation.js';

@Controller()
export class OnOrganisationChanged {
  constructor(private readonly organisations: LearnOrganisation) {}

  @OnEvent(organisationChanged)
  handle(event: ReceivedEvent<typeof organisationChanged>, { tx, now }: EventContext<DB>): Promise<void> {
    return this.organisations.execute(tx, organisationOf(event), now);
  }
}
