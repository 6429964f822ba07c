/**
 * All that filing writes in one statement, and so in one round trip and one transaction: it numbers and routes the
 * report, takes the key, and writes report, history, both events and the answer that the key stands for. Nothing when the
 * key was taken before. What holds number and agency is put together here, since only PostgreSQL knows them: texts come in
 * pieces, with the number or the agency in between.
 */
export const FILE = `with place as materialized (
  select $1::text || lpad(serial::text, greatest(4, length(serial::text)), '0') as number, agency, agency::text as name
  from (select nextval('report_number') - $2::bigint as serial, (
    select id from organisation
      cross join lateral (select max(length(own)) as depth from unnest(regions) as own where own = any ($3::text[])) as fit
    where kind = 'agency' and categories @> array[$4::text] and regions && $3::text[]
    order by fit.depth desc, id limit 1) as agency) as drawn
), claimed as (
  insert into platform.idempotency_key (caller, key, fingerprint, result)
  select $5, $6, $7, concat($8::text, number, $9::text, name, $10::text) from place
  on conflict do nothing returning true
), filed as (
  insert into report (id, number, category, region, lat, long, description, channel, landmark, state, version, recipient,
    agency, holder, reporter, filed_at, updated_at, visibility)
  select $11::uuid, number, $4, $12, $13, $14, $15, $16, $17, 'waiting', 2, $18, agency, agency, $19, $20, $20, $21
  from place, claimed
), history as (
  insert into report_history (report_id, version, type, state, at, details)
  select $11::uuid, step.version, step.type, 'waiting', $20, step.details
  from place, claimed, lateral (values
    (1, 'filed', jsonb_build_object('channel', $16::text)),
    (2, 'routed', jsonb_build_object('agency', agency))) as step (version, type, details)
), announced as (
  insert into messaging.outbox (topic, partition_key, aggregate_version, headers, payload, shard)
  select 'reports.report.v1', $22::text, event.version, event.headers, convert_to(event.payload, 'UTF8'), $23
  from place, claimed, lateral (values
    (1, $24::jsonb, concat($26::text, number, $27::text)),
    (2, $25::jsonb, concat($26::text, number, $28::text, name, '"}'))) as event (version, headers, payload)
)
select number, name from place, claimed`;
