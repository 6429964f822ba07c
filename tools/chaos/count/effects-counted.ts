import { queryOnce } from '@jaki/testing/embedded';
import { type Rig } from '../rig/rig.js';
import { complaint } from './complaint.js';
import { type SeenEvent } from './topics.js';

/** How many notices an event of a report must cause: what the city was promised, not read off the service's tables. */
const noticesPerEvent: Readonly<Record<string, { reporter: number; others: number }>> = {
  'reports.report.filed.v1': { reporter: 1, others: 1 },
  'reports.report.routed.v1': { reporter: 0, others: 1 },
  'reports.report.work_started.v1': { reporter: 1, others: 0 },
  'reports.report.finish_promised.v1': { reporter: 1, others: 0 },
  'reports.report.rejected.v1': { reporter: 1, others: 0 },
};

/** How often events had an effect, and what is wrong with that. */
export interface EffectCount {
  readonly effects: number;
  readonly complaints: string[];
}

/**
 * Each consumer has one effect per event: as many notices as the event calls for, by one committed transaction, and one
 * transaction per state of an organisation, in reports and in notifications.
 *
 * @param events that must have had their effect, copies included
 */
export async function countEffects(rig: Rig, events: readonly SeenEvent[]): Promise<EffectCount> {
  const alive = [...new Map(events.map((event) => [event.id, event])).values()];
  const reports = alive.filter(({ topic, type }) => topic === 'reports.report.v1' && type in noticesPerEvent);
  const organisations = alive.filter(({ topic }) => topic === 'identity.organisation.v1');
  const counted = [
    await countNotices(rig, reports),
    await countTransactions(
      rig,
      'notifications',
      reports.filter((event) => noticesOf(event) > 0).map(({ id }) => id),
    ),
    await countTransactions(rig, 'notifications', organisations.map(stateOf)),
    await countTransactions(rig, 'reports', organisations.map(stateOf)),
  ];
  return {
    effects: counted.slice(1).reduce((sum, { effects }) => sum + effects, 0),
    complaints: counted.flatMap(({ complaints }) => complaints),
  };
}

async function countNotices(rig: Rig, events: readonly SeenEvent[]): Promise<EffectCount> {
  const rows = await queryOnce<Counted>(
    rig.databaseOf('notifications'),
    'SELECT event_id::text AS id, count(*)::int AS n FROM notice WHERE event_id = ANY ($1::uuid[]) GROUP BY 1',
    [events.map(({ id }) => id)],
  );
  const found = new Map(rows.map(({ id, n }) => [id, n]));
  const culprits = events
    .filter((event) => (found.get(event.id) ?? 0) !== noticesOf(event))
    .map((event) => `${event.type} ${event.id} has ${found.get(event.id) ?? 0} of ${noticesOf(event)}`);
  return { effects: rows.length, complaints: complaint('events without exactly their notices', culprits) };
}

async function countTransactions(
  rig: Rig,
  consumer: 'reports' | 'notifications',
  wanted: readonly string[],
): Promise<EffectCount> {
  const rows = await queryOnce<Counted>(
    rig.databaseOf(consumer),
    'SELECT event AS id, count(*)::int AS n FROM chaos.effect WHERE event = ANY ($1) GROUP BY 1',
    [wanted],
  );
  const found = new Map(rows.map(({ id, n }) => [id, n]));
  const times = (id: string) => found.get(id) ?? 0;
  return {
    effects: rows.reduce((sum, { n }) => sum + n, 0),
    complaints: [
      ...complaint(
        `events whose effect ${consumer} lost`,
        wanted.filter((id) => times(id) === 0),
      ),
      ...complaint(
        `events whose effect ${consumer} had more than once`,
        wanted.filter((id) => times(id) > 1).map((id) => `${id} ${times(id)} times`),
      ),
    ],
  };
}

interface Counted {
  id: string;
  n: number;
}

const stateOf = ({ key, sequence }: SeenEvent) => `${key}/${sequence}`;

function noticesOf({ type, value }: SeenEvent): number {
  const { reporter, others } = noticesPerEvent[type] ?? { reporter: 0, others: 0 };
  const { recipient } = JSON.parse(value) as { recipient?: string };
  return others + (recipient === undefined ? 0 : reporter);
}
