import { queryOnce } from '@jaki/testing/embedded';
import { type Operation } from '../load/journal.js';
import { type Rig } from '../rig/rig.js';
import { complaint, countBy } from './complaint.js';
import { type SeenEvent } from './topics.js';

/** How often an operation exists, by its id: in reports' tables, or for a renaming in identity's stream. */
export async function occurrencesOf(
  rig: Rig,
  { operations, events }: { operations: readonly Operation[]; events: readonly SeenEvent[] },
): Promise<Map<string, number>> {
  const ids = operations.map(({ id }) => id);
  const rows = await queryOnce<{ id: string; n: number }>(
    rig.databaseOf('reports'),
    `SELECT id, count(*)::int AS n FROM (
       SELECT description AS id FROM report UNION ALL SELECT note FROM report_history WHERE note IS NOT NULL
     ) AS done WHERE id = ANY ($1) GROUP BY id`,
    [ids],
  );
  const renamings = operations.filter(({ kind }) => kind === 'rename').map(({ id }) => id);
  const names = new Map([...unique(events)].map(({ id, value }) => [id, nameIn(value)]));
  const renamed = countBy(
    [...names.values()].filter((name) => name !== undefined && renamings.includes(name)),
    String,
  );
  return new Map([...rows.map(({ id, n }) => [id, n] as const), ...renamed]);
}

/** Every ok operation exists exactly once, no fail exists, an unknown at most once. */
export function judgeOperations(operations: readonly Operation[], occurrences: ReadonlyMap<string, number>): string[] {
  const told = (operation: Operation) =>
    `${operation.id} (${operation.kind}, ${operation.why}) exists ${occurrences.get(operation.id) ?? 0} times`;
  const breaking = (outcome: string, isRight: (times: number) => boolean) =>
    operations
      .filter((operation) => operation.outcome === outcome && !isRight(occurrences.get(operation.id) ?? 0))
      .map(told);
  return [
    ...complaint(
      'ok operations that do not exist exactly once',
      breaking('ok', (times) => times === 1),
    ),
    ...complaint(
      'failed operations that exist',
      breaking('fail', (times) => times === 0),
    ),
    ...complaint(
      'unknown operations that exist more than once',
      breaking('unknown', (times) => times <= 1),
    ),
  ];
}

function unique(events: readonly SeenEvent[]): Iterable<SeenEvent> {
  return new Map(
    events.filter(({ topic }) => topic.startsWith('identity.')).map((event) => [event.id, event]),
  ).values();
}

function nameIn(value: string): string | undefined {
  try {
    return (JSON.parse(value) as { name?: string }).name;
  } catch {
    return undefined;
  }
}
