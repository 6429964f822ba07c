import { queryOnce } from '@jaki/testing/embedded';
import { type ServiceName } from '../../dev/services.js';
import { connectAdmin } from '../rig/kafka-admin.js';
import { type Rig } from '../rig/rig.js';
import { paymentsNow } from './market/books.js';
import { deadLetterTopics, type SeenEvent, streams } from './topics.js';

/** Where everything stood when a row began: what lies behind is not its concern. */
export interface Window {
  readonly offsets: ReadonlyMap<string, bigint>;
  readonly deadLettersSince: ReadonlyMap<ServiceName, Date>;
  /** The marketplace's, by their ids. */
  readonly payments: ReadonlySet<string>;
}

export async function openWindow(rig: Rig): Promise<Window> {
  const admin = await connectAdmin(rig);
  try {
    const ends = await Promise.all(
      [...streams, ...deadLetterTopics].map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(
          ({ partition, high }) => [`${topic}/${partition}`, BigInt(high)] as const,
        ),
      ),
    );
    const consumers = [...rig.subscriptions.keys()];
    const since = await Promise.all(consumers.map(async (name) => [name, await clockOf(rig, name)] as const));
    return { offsets: new Map(ends.flat()), deadLettersSince: new Map(since), payments: await paymentsNow(rig) };
  } finally {
    await admin.disconnect();
  }
}

export function isInWindow({ offsets }: Window, { topic, partition, offset }: SeenEvent): boolean {
  return offset >= (offsets.get(`${topic}/${partition}`) ?? 0n);
}

async function clockOf(rig: Rig, service: ServiceName): Promise<Date> {
  const [row] = await queryOnce<{ now: Date }>(rig.databaseOf(service), 'SELECT clock_timestamp() AS now');
  if (!row) throw new Error('a database does not tell the time');
  return row.now;
}
