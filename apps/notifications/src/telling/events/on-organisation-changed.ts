import { Controller } from '@nestjs/common';
import { organisationChanged, type ReceivedEvent } from '@jaki/contracts';
import { type EventContext, OnEvent } from '@jaki/messaging';
import { knownOrganisation } from '@jaki/platform';
import { type DB } from '../../generated/db.js';
import { KeepOrganisation } from '../use-cases/keep-organisation.js';

@Controller()
export class OnOrganisationChanged {
  constructor(private readonly keepOrganisation: KeepOrganisation) {}

  @OnEvent(organisationChanged)
  async handle(event: ReceivedEvent<typeof organisationChanged>, { tx }: EventContext<DB>): Promise<void> {
    await this.keepOrganisation.execute(tx, knownOrganisation(event));
  }
}
