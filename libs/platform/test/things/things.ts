import { setTimeout as sleep } from 'node:timers/promises';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  InternalServerErrorException,
  Logger,
  Module,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type Generated, type Transaction } from 'kysely';
import { DomainError, newId, type PersonId } from '@jaki/kernel';
import {
  By,
  Caller,
  Database,
  defineService,
  Job,
  Limited,
  NaturallyIdempotent,
  Nested,
  page,
  PageQuery,
  PlatformConfig,
  PlatformModule,
  type Principal,
  Public,
  type RateLimit,
  readConfig,
  readCursor,
  type RequestKey,
  Requires,
  UuidPipe,
} from '../../src/index.js';

interface DB {
  thing: { id: string; name: string; weight: bigint | null; made_on: Generated<string>; created_at: Generated<Date> };
}

class Size {
  @IsInt()
  @Min(1)
  width!: number;
}

class MakeThing {
  @IsString()
  @MaxLength(100)
  name!: string;

  @IsOptional()
  @IsInt()
  @Max(1000)
  weight?: number;

  @IsOptional()
  @Nested(() => Size)
  size?: Size;
}

class ListThings extends PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  heavierThan?: number;
}

const asking: RateLimit = {
  name: 'ask',
  quotas: {
    officer: { quota: 8, seconds: 60 },
    registrar: { quota: 5, seconds: 3600 },
    others: { quota: 3, seconds: 60 },
  },
};

class TooHeavy extends DomainError {
  override readonly code = 'too_heavy';
  override readonly kind = 'invalid';
}

@Injectable()
class Things {
  constructor(private readonly db: Database<DB>) {}

  make(input: MakeThing, once: RequestKey | undefined): Promise<{ id: string }> {
    return this.db.transaction((tx) => insert(tx, input), { once });
  }

  async list({ limit, cursor }: ListThings) {
    const after = readCursor(cursor, { createdAt: 'time', id: 'uuid' });
    let query = this.db.kysely.selectFrom('thing').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc');
    if (after) {
      query = query.where((where) =>
        where(where.refTuple('created_at', 'id'), '<', where.tuple(after.createdAt, after.id)),
      );
    }
    const rows = await query.limit(limit + 1).execute();
    const last = (row: (typeof rows)[number]) => ({ createdAt: row.created_at, id: row.id });
    const made = page(rows, limit, last);
    return made.map(({ id, name, made_on }) => ({ id, name, madeOn: made_on }));
  }
}

async function insert(tx: Transaction<DB>, { name, weight }: MakeThing): Promise<{ id: string }> {
  if (name === 'slow') await sleep(300);
  if (weight === 1000) throw new TooHeavy('A thing weighs less than 1000.', { heaviest: 999 });
  const id = newId();
  await tx
    .insertInto('thing')
    .values({ id, name, weight: weight === undefined ? null : BigInt(weight) })
    .execute();
  return { id };
}

@Controller('v1/things')
class ThingsController {
  readonly #log = new Logger('Things');

  constructor(private readonly things: Things) {}

  @Public()
  @Get()
  list(@Query() query: ListThings) {
    return this.things.list(query);
  }

  @Requires()
  @Post()
  make(@Body() input: MakeThing, @By() { once }: By) {
    return this.things.make(input, once);
  }

  @Requires()
  @Post('me')
  @HttpCode(200)
  @NaturallyIdempotent('it changes nothing: it shows who a command comes from')
  whoCommands(@Caller() caller: Principal): Principal {
    return caller;
  }

  @Requires()
  @Get('me')
  me(@Caller() caller: Principal) {
    return caller;
  }

  @Public({ optionalCaller: true })
  @Get('greeting')
  greet(@Caller() caller: Principal | undefined) {
    return { id: caller?.id ?? ('nobody' as PersonId) };
  }

  @Requires('validator', 'registrar')
  @HttpCode(200)
  @Post('audit')
  audit() {
    return { done: true };
  }

  @Requires()
  @Limited(asking)
  @Get('limited')
  limited() {
    return {};
  }

  @Public()
  @Get('broken')
  broken(): never {
    throw new Error('the password is hunter2');
  }

  @Public()
  @Get('broken/politely')
  brokenPolitely(): never {
    throw new InternalServerErrorException('the password is hunter2');
  }

  @Public()
  @HttpCode(202)
  @Post('log')
  log(@Body() input: MakeThing) {
    this.#log.log({ phone: '+6281234567890', nested: { Authorization: 'Bearer abc' }, kind: input.name }, 'said');
  }

  @Public()
  @Get(':id')
  one(@Param('id', UuidPipe) id: string) {
    return { id };
  }
}

export class ThingsConfig extends PlatformConfig {}

export const things = defineService({
  name: 'things',
  title: 'Things',
  description: 'A service for tests',
  audience: 'urn:jaki:things',
  configType: ThingsConfig,
  config: () => readConfig(ThingsConfig, process.env),
  migrations: new URL('./migrations/', import.meta.url),
});

/** Counts what it is asked to, in this process. */
@Injectable()
export class Counting {
  readonly counted: unknown[] = [];

  @Job({ name: 'count' })
  count(data: { of?: string; fails?: boolean }): void {
    if (data.fails === true) throw new TypeError('cannot be counted');
    this.counted.push(data.of);
  }

  @Job({ name: 'count-yearly', cron: '5 4 1 1 *' })
  yearly(): void {
    this.counted.push('year');
  }
}

@Module({
  imports: [PlatformModule.forService(things)],
  controllers: [ThingsController],
  providers: [Things, Counting],
})
export class ThingsModule {}
