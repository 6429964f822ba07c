import { queryOnce } from '@jaki/testing/embedded';
import { type ServiceName } from '../../dev/services.js';
import { type Rig } from '../rig/rig.js';
import { complaint } from './complaint.js';
import { type SeenEvent } from './topics.js';
import { isInWindow, type Window } from './window.js';

/** A message that must die, by where it lies: poison need not have an id. */
export interface ExpectedDeath {
  readonly consumer: ServiceName;
  /** `topic/partition@offset` */
  readonly place: string;
  /** The class of the error. */
  readonly error: string;
}

/** Dead letters are exactly the poison that was sent, in the tables and on the topics that announce them. */
export async function judgeDeadLetters(
  rig: Rig,
  window: Window,
  { expected, topics }: { expected: readonly ExpectedDeath[]; topics: ReadonlyMap<string, readonly SeenEvent[]> },
): Promise<string[]> {
  const complaints = [];
  for (const [consumer, since] of window.deadLettersSince) {
    const wanted = expected
      .filter((death) => death.consumer === consumer)
      .map(({ place, error }) => `${place} ${error}`);
    const rows = await queryOnce<{ letter: string }>(
      rig.databaseOf(consumer),
      `SELECT topic || '/' || partition || '@' || position || ' ' || error_class AS letter
       FROM messaging.dead_letter WHERE died_at >= $1`,
      [since],
    );
    const found = rows.map(({ letter }) => letter);
    const notices = (topics.get(`${consumer}.dlq`) ?? []).filter((event) => isInWindow(window, event)).map(announced);
    complaints.push(
      ...complaint(`dead letters of ${consumer} that nobody expected`, without(found, wanted)),
      ...complaint(`messages that should have died in ${consumer}`, without(wanted, found)),
      ...complaint(`deaths that ${consumer}.dlq does not announce`, without(wanted, notices)),
      ...complaint(`deaths that ${consumer}.dlq announces without reason`, without([...new Set(notices)], wanted)),
    );
  }
  return complaints;
}

interface Notice {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly error: { readonly name: string };
}

function announced({ value }: SeenEvent): string {
  const { topic, partition, offset, error } = JSON.parse(value) as Notice;
  return `${topic}/${partition}@${offset} ${error.name}`;
}

/** As a difference of bags. */
function without(items: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
