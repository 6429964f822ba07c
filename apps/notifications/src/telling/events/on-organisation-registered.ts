import { Controller } from '@nestjs/common';
import { organisationRegistered, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { knownOrganisation } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { KeepOrganisation } from '../use-cases/keep-organisation.js';

@Controller()
export class OnOrganisationRegistered {
  constructor(private readonly keepOrganisation: KeepOrganisation) {}

  @OnEvent(organisationRegistered)
  async handle(event: ReceivedEvent<typeof organisationRegistered>, { tx }: EventContext<DB>): Promise<void> {
    await this.keepOrganisation.execute(tx, knownOrganisation(event));
  }
}
