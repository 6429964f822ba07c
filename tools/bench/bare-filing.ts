import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type JWTPayload } from 'jose';
import { type Pool } from 'pg';
import { newId } from '@jaki/kernel';
import { loadRegions } from '@jaki/regions';
import { FILE } from './bare-filing-sql.js';

export interface BareFiling {
  readonly category: string;
  readonly description: string;
  readonly pin: { readonly lat: number; readonly long: number };
  readonly landmark: string;
  readonly visibility: string;
}

interface Caller {
  readonly caller: JWTPayload;
  readonly key: string;
}

const EARLIER = 'select fingerprint, result from platform.idempotency_key where caller = $1 and key = $2';

/** Prepares filing: what it needs to know once, before the first report. */
export async function bareFiling(pool: Pool) {
  const regions = loadRegions();
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const agree = "insert into report_day (day, base) values ($1, nextval('report_number')) on conflict do nothing";
  await pool.query(agree, [day]);
  const { rows } = await pool.query<{ base: string }>('select base from report_day where day = $1', [day]);
  const start = { prefix: `JK${day.slice(2).replaceAll('-', '')}`, base: rows[0]?.base };

  return async (filing: BareFiling, by: Caller) => {
    const at = new Date();
    const parts = { ...by, at, id: newId(at), region: regions.locate(filing.pin)?.code ?? '' };
    const fingerprint = createHash('sha256').update(JSON.stringify(filing)).digest();
    const values = [start.prefix, start.base, ...valuesOf(filing, fingerprint, parts)];
    const { rows: filed } = await pool.query<{ number: string; name: string }>({ name: 'file', text: FILE, values });
    const [placed] = filed;
    return placed ? answerOf(parts, placed) : earlierAnswer(pool, by, fingerprint);
  };
}

interface Parts extends Caller {
  readonly at: Date;
  readonly id: string;
  readonly region: string;
}

/** The values from the third on, as `FILE` numbers them. */
function valuesOf(filing: BareFiling, fingerprint: Buffer, parts: Parts): unknown[] {
  const { category, pin, description, landmark, visibility } = filing;
  const { id, at, region, key, caller } = parts;
  const [channel, recipient] = [caller['channel'] ?? 'app', caller['recipient'] ?? null];
  const routing = [ancestorsOf(region), category];
  const claim = [keyOwnerOf(caller), key, fingerprint, ...piecesOf(answerOf(parts, { number: SLOT, name: SLOT }))];
  const report = [id, region, pin.lat, pin.long, description, channel, landmark, recipient, caller.sub, at, visibility];
  const common = { reportId: id, number: SLOT, category, region, state: 'waiting', visibility };
  const known = recipient === null ? common : { ...common, recipient };
  const [head, tail] = piecesOf({ ...known, channel });
  const [, routed] = piecesOf({ ...known, agency: SLOT });
  const headers = [headersOf('filed', 1, parts), headersOf('routed', 2, parts)];
  return [...routing, ...claim, ...report, id, crc32(id) % 8, ...headers, head, tail, routed];
}

/** Stands in a text where PostgreSQL puts in what only it knows. */
const SLOT = '\u0001';
const SLOT_AS_JSON = String.raw`\u0001`;

function piecesOf(value: object): string[] {
  return JSON.stringify(value).split(SLOT_AS_JSON);
}

/** `31.71.01.1001` lies in itself, `31.71.01`, `31.71` and `31`. */
function ancestorsOf(region: string): string[] {
  const parts = region.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function answerOf({ id, region, at }: Parts, { number, name }: { number: string; name: string }) {
  return { id, number, state: 'waiting', region, agencyId: name, filedAt: at.toISOString() };
}

/** Whose Idempotency-Key it is, by all that changes what the caller may see: here always a channel's account. */
function keyOwnerOf({ sub, channel, roles }: JWTPayload): string {
  return JSON.stringify([sub, null, channel ?? null, roles]);
}

async function earlierAnswer(pool: Pool, { caller, key }: Caller, fingerprint: Buffer) {
  const values = [keyOwnerOf(caller), key];
  const query = { name: 'earlier', text: EARLIER, values };
  const { rows } = await pool.query<{ fingerprint: Buffer; result: string }>(query);
  const [earlier] = rows;
  if (!earlier?.fingerprint.equals(fingerprint)) throw new Error('the key stood for another request');
  return JSON.parse(earlier.result) as ReturnType<typeof answerOf>;
}

function headersOf(name: string, sequence: number, { id, at }: Parts): string {
  const type = `reports.report.${name}.v1`;
  return JSON.stringify({
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_source: 'reports',
    ce_type: type,
    ce_time: at.toISOString(),
    ce_subject: id,
    ce_dataschema: `urn:jaki:schema:${type}`,
    ce_partitionkey: id,
    ce_sequence: String(sequence),
    ce_correlationid: newId(),
  });
}
