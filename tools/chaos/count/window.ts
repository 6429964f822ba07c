import { queryOnce } from '@jaki/testing/embedded';
import { type ServiceName } from '../../dev/services.js';
import { type Rig } from '../rig/rig.js';
import { connectAdmin } from './settled.js';
import { deadLetterTopics, type SeenEvent, streams } from './topics.js';

export const consumers = ['reports', 'notifications'] as const satisfies readonly ServiceName[];

/** Where everything stood when a row began: what lies behind is not its concern. */
export interface Window {
  readonly offsets: ReadonlyMap<string, bigint>;
  readonly deadLettersSince: Readonly<Record<(typeof consumers)[number], Date>>;
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
    const [reports, notifications] = await Promise.all(consumers.map((name) => clockOf(rig, name)));
    if (!reports || !notifications) throw new Error('a database does not tell the time');
    return { offsets: new Map(ends.flat()), deadLettersSince: { reports, notifications } };
  } finally {
    await admin.disconnect();
  }
}

export function isInWindow({ offsets }: Window, { topic, partition, offset }: SeenEvent): boolean {
  return offset >= (offsets.get(`${topic}/${partition}`) ?? 0n);
}

async function clockOf(rig: Rig, service: ServiceName): Promise<Date | undefined> {
  return (await queryOnce<{ now: Date }>(rig.databaseOf(service), 'SELECT clock_timestamp() AS now'))[0]?.now;
}
