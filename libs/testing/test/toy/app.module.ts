import { Body, Controller, Module, Post } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { sql } from 'kysely';
import { announce, organisationRegistered, type ReceivedEvent, reportFiled } from '@jaki/contracts';
import { type EventContext, OnEvent, Outbox } from '@jaki/messaging';
import { Database, defineService, PlatformConfig, PlatformModule, readConfig, Requires } from '@jaki/platform';

class ToyConfig extends PlatformConfig {}

class RegisterDto {
  @IsUUID()
  readonly organisationId!: string;
}

/** Says in an event what it is told, so that tests of the tests have something to look at. */
@Controller('v1/organisations')
class Organisations {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
  ) {}

  @Post()
  @Requires('registrar')
  async register(@Body() { organisationId }: RegisterDto): Promise<{ organisationId: string }> {
    const data = { ...organisationRegistered.sample, organisationId };
    await this.db.transaction(async (tx) => {
      await this.outbox.add(tx, [announce(organisationRegistered, { sequence: 1, time: new Date(), data })]);
    });
    return { organisationId };
  }
}

@Controller()
class OnReportFiled {
  @OnEvent(reportFiled)
  async handle(event: ReceivedEvent<typeof reportFiled>, { tx }: EventContext): Promise<void> {
    await sql`INSERT INTO seen VALUES (${event.data.reportId})`.execute(tx);
  }
}

const toy = defineService({
  name: 'identity',
  title: 'Toy',
  audience: 'urn:jaki:identity',
  configType: ToyConfig,
  config: () => readConfig(ToyConfig, process.env),
  migrations: new URL('./migrations/', import.meta.url),
});

@Module({ imports: [PlatformModule.forService(toy)], controllers: [Organisations, OnReportFiled] })
export class ToyModule {}
