import { queryOnce } from '@jaki/testing/embedded';
import { type Rig } from '../rig/rig.js';
import { complaint } from './complaint.js';
import { type SeenEvent } from './topics.js';

/**
 * For each aggregate at version v its topic holds the sequences 1…v, their first copies in order, and nothing else.
 *
 * @param events of whole streams: an aggregate may be older than the row
 * @param touched keys of the aggregates that the row is about
 */
export async function judgeStreams(
  rig: Rig,
  events: readonly SeenEvent[],
  touched: ReadonlySet<string>,
): Promise<string[]> {
  const versions = await versionsOf(rig);
  const byKey = Map.groupBy(events, ({ key }) => key);
  const culprits = [...touched].flatMap((key) => {
    const wanted = versions.get(key) ?? 0;
    const found = firstCopies(byKey.get(key) ?? []);
    const right = found.length === wanted && found.every((sequence, at) => sequence === at + 1);
    return right ? [] : [`${key} at version ${wanted} has ${found.join(' ') || 'none'}`];
  });
  return [
    ...complaint('streams that are not 1…v in order', culprits),
    ...complaint('histories that are not 1…v', await brokenHistories(rig)),
    ...complaint('copies of organisations that are not the newest', await staleCopies(rig)),
  ];
}

/** Identity's organisations that reports or notifications know in another version. */
async function staleCopies(rig: Rig): Promise<string[]> {
  const query = 'SELECT id::text, version::int FROM organisation';
  const own = await queryOnce<Versioned>(rig.databaseOf('identity'), query);
  const stale = async (service: 'reports' | 'notifications') => {
    const copies = await queryOnce<Versioned>(rig.databaseOf(service), query);
    const known = new Map(copies.map(({ id, version }) => [id, version]));
    return own
      .filter(({ id, version }) => known.get(id) !== version)
      .map(({ id, version }) => `${id} is ${version}, in ${service} ${known.get(id) ?? 'absent'}`);
  };
  return [...(await stale('reports')), ...(await stale('notifications'))];
}

/** What has a stream of its own, as tables of its owner; the marketplace numbers histories as it does events. */
const owned = {
  reports: ['report'],
  identity: ['organisation'],
  marketplace: ['business', 'listing', 'payment', 'seller_order'],
} as const;

/** All versions that the owners' databases know. */
async function versionsOf(rig: Rig): Promise<Map<string, number>> {
  const rows = Object.entries(owned).flatMap(([service, tables]) =>
    tables.map((table) => queryOnce<Versioned>(rig.databaseOf(service), `SELECT id::text, version::int FROM ${table}`)),
  );
  return new Map((await Promise.all(rows)).flat().map(({ id, version }) => [id, version]));
}

/** Of the marketplace: each has as many rows of history as its version says, numbered 1…v. */
async function brokenHistories(rig: Rig): Promise<string[]> {
  const broken = owned.marketplace.map((table) => {
    const key = table === 'seller_order' ? 'order_id' : `${table}_id`;
    return queryOnce<Versioned & { rows: number; last: number }>(
      rig.databaseOf('marketplace'),
      `SELECT id::text, t.version::int, count(h.version)::int AS rows, coalesce(max(h.version), 0)::int AS last
       FROM ${table} t LEFT JOIN ${table}_history h ON h.${key} = t.id
       GROUP BY id, t.version HAVING count(h.version) <> t.version OR max(h.version) <> t.version`,
    );
  });
  const rows = (await Promise.all(broken)).flat();
  return rows.map(({ id, version, rows: n, last }) => `${id} at version ${version} has ${n} up to ${last}`);
}

interface Versioned {
  id: string;
  version: number;
}

/** Their sequences as they lie in the topic. Copies are told by the event's id, as consumers tell them. */
function firstCopies(events: readonly SeenEvent[]): number[] {
  const ordered = [...events].sort((one, other) => Number(one.offset - other.offset));
  return [...new Map(ordered.toReversed().map((event) => [event.id, event])).values()]
    .sort((one, other) => Number(one.offset - other.offset))
    .map(({ sequence }) => sequence);
}
