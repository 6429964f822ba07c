import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { newId } from '@jaki/kernel';
import { loadRegions } from '@jaki/regions';
import { type JWTPayload } from 'jose';
import { type Pool } from 'pg';

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

const PLACE = `select nextval('report_number') - $1::bigint as serial, (
    SELECT organisation.id FROM organisation
      CROSS JOIN LATERAL (
        SELECT max(length(own)) AS depth FROM unnest(organisation.regions) AS own
        WHERE $2 = own OR $3 LIKE own || '.%') AS fit
    WHERE kind = 'agency' AND categories @> ARRAY[$4] AND fit.depth IS NOT NULL
    ORDER BY fit.depth DESC, organisation.id LIMIT 1) as agency`;

const CLAIM_KEY = `insert into platform.idempotency_key (caller, key, fingerprint) values ($1, $2, $3)
  on conflict do nothing`;

const ADD_REPORT = `with filed as (insert into report (id, number, category, region, lat, long, description, channel,
    landmark, observed_at, reference_source, reference_id, state, version, recipient, agency, holder, executor,
    finish_by, proof_before, proof_after, rework, reporter, filed_at, updated_at, visibility)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
    $24, $25, $26))
  insert into report_history (report_id, version, type, state, at, organisation, note, details)
  values ($27, $28, $29, $30, $31, $32, $33, $34), ($35, $36, $37, $38, $39, $40, $41, $42)`;

const ANNOUNCE = `insert into messaging.outbox (topic, partition_key, aggregate_version, headers, payload, shard)
  values ($1, $2, $3, $4, $5, $6), ($7, $8, $9, $10, $11, $12)`;

const KEEP_RESULT = 'update platform.idempotency_key set result = $1 where caller = $2 and key = $3';

/** Prepares filing: what it needs to know once, before the first report. */
export async function bareFiling(pool: Pool) {
  const regions = loadRegions();
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await pool.query("insert into report_day (day, base) values ($1, nextval('report_number')) on conflict do nothing", [
    day,
  ]);
  const { rows } = await pool.query<{ base: string }>('select base from report_day where day = $1', [day]);
  const base = rows[0]?.base;

  return async (filing: BareFiling, caller: Caller) => {
    const at = new Date();
    const region = regions.locate(filing.pin)?.code ?? '';
    const places = await pool.query<{ serial: string; agency: string }>(PLACE, [base, region, region, filing.category]);
    const { serial = '', agency = '' } = places.rows[0] ?? {};
    const number = `JK${day.slice(2).replaceAll('-', '')}${serial.padStart(4, '0')}`;
    return inTransaction(pool, filing, { ...caller, at, region, agency, number });
  };
}

interface Placed extends Caller {
  readonly at: Date;
  readonly region: string;
  readonly agency: string;
  readonly number: string;
}

async function inTransaction(pool: Pool, filing: BareFiling, placed: Placed) {
  const { key, at, region, agency, number } = placed;
  const caller = placed.caller.sub ?? '';
  const id: string = newId(at);
  const filed = { id, number, state: 'waiting', region, agencyId: agency, filedAt: at.toISOString() };
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(CLAIM_KEY, [caller, key, createHash('sha256').update(JSON.stringify(filing)).digest()]);
    await client.query(ADD_REPORT, reportValues(filing, id, placed));
    await client.query(ANNOUNCE, eventValues(filing, id, placed));
    await client.query(KEEP_RESULT, [JSON.stringify(filed), caller, key]);
    await client.query('commit');
    return filed;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function reportValues(filing: BareFiling, id: string, { at, region, agency, number, caller }: Placed): unknown[] {
  const { category, pin, description, landmark, visibility } = filing;
  return [
    ...[id, number, category, region, pin.lat, pin.long, description, channelOf(caller), landmark, null, null, null],
    ...['waiting', 2, caller['recipient'] ?? null, agency, agency, null, null, null, null, null],
    ...[caller.sub, at, at, visibility],
    ...[id, 1, 'filed', 'waiting', at, null, null, JSON.stringify({ channel: channelOf(caller) })],
    ...[id, 2, 'routed', 'waiting', at, null, null, JSON.stringify({ agency })],
  ];
}

function eventValues(filing: BareFiling, id: string, placed: Placed): unknown[] {
  const { region, agency, number, caller } = placed;
  const { category, visibility } = filing;
  const recipient = caller['recipient'];
  const common = { reportId: id, number, category, region, state: 'waiting', visibility, recipient };
  const shard = crc32(id) % 8;
  return [
    ...['reports.report.v1', id, 1, headersOf('filed', id, 1, placed)],
    ...[Buffer.from(JSON.stringify({ ...common, channel: channelOf(caller) })), shard],
    ...['reports.report.v1', id, 2, headersOf('routed', id, 2, placed)],
    ...[Buffer.from(JSON.stringify({ ...common, agency })), shard],
  ];
}

function headersOf(name: string, id: string, sequence: number, { at }: Placed): string {
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

const channelOf = (caller: JWTPayload): unknown => caller['channel'] ?? 'app';
