// What checking one event costs, in our way and in two others: the numbers of docs/adr/0004-contracts-in-typebox.md.
// taskset -c 0 tools/ts tools/bench/event-check.ts
import 'reflect-metadata';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { plainToInstance } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, validateSync } from 'class-validator';
import { jsonSchema, reportFiled } from '@jaki/contracts';

/** The same rules as the contract's, as class-validator wants them. */
class ReportFiled {
  @Matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  reportId!: string;

  @Matches(/^JK\d{10,}$/)
  number!: string;

  @Matches(/^[a-z][a-z0-9_]{0,62}$/)
  category!: string;

  @Matches(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
  region!: string;

  @Matches(/^[a-z][a-z0-9_]{0,62}$/)
  state!: string;

  @Matches(/^[a-z][a-z0-9_]{0,62}$/)
  visibility!: string;

  @IsOptional()
  @IsString()
  @MaxLength(2048)
  @Matches(/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/)
  recipient?: string;

  @Matches(/^[a-z][a-z0-9_]{0,62}$/)
  channel!: string;
}

const ajv = new Ajv2020({ strict: true, keywords: ['x-privacy', 'x-topic', 'x-key'] }).compile(jsonSchema(reportFiled));
const seal = `eyJhbGciOiJFQ0RILUVTIn0..${'a'.repeat(16)}.${'b'.repeat(180)}.${'c'.repeat(22)}`;
const event = { ...reportFiled.sample, recipient: seal };

const ways: Record<string, (data: object) => boolean> = {
  'TypeBox, compiled': (data) => reportFiled.validator.Check(data),
  'Ajv, compiled from the same schema': (data) => ajv(data),
  'class-validator, with class-transformer': (data) => validateSync(plainToInstance(ReportFiled, data)).length === 0,
};

const rounds: Record<string, number[]> = {};
for (let round = 0; round < 4; round++) {
  for (const [name, check] of Object.entries(ways)) (rounds[name] ??= []).push(microseconds(check));
}
for (const [name, times] of Object.entries(rounds)) {
  const measured = times.slice(1).toSorted((a, b) => a - b);
  console.log(`${name.padEnd(42)} ${measured.map((time) => time.toFixed(2)).join(' / ')} µs an event`);
}

/** Microseconds for one sound event, checked for half a second; the first round warms up. */
function microseconds(check: (data: object) => boolean): number {
  if (!check(event) || check({ ...event, number: '7' })) throw new Error('this way does not check');
  const end = performance.now() + 500;
  let checked = 0;
  const start = performance.now();
  while (performance.now() < end) for (let i = 0; i < 100; i++, checked++) check(event);
  return ((performance.now() - start) * 1000) / checked;
}
