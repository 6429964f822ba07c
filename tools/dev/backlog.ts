import { type Admin, AssignerProtocol } from 'kafkajs';
import { queryOnce } from '@jaki/testing/embedded';

/** Which topics each consumer group reads. */
export type Subscriptions = ReadonlyMap<string, readonly string[]>;

/** What the services' groups read, as the members themselves have told Kafka: they must all be there. */
export async function subscriptionsIn(admin: Admin, services: readonly string[]): Promise<Subscriptions> {
  const { groups } = await admin.listGroups();
  const own = groups.map(({ groupId }) => groupId).filter((id) => services.includes(id));
  const described = await admin.describeGroups(own);
  return new Map(
    described.groups.map(({ groupId, members }) => [
      groupId,
      [
        ...new Set(
          members.flatMap(({ memberMetadata }) => AssignerProtocol.MemberMetadata.decode(memberMetadata)?.topics ?? []),
        ),
      ],
    ]),
  );
}

/** What is still on its way: 0 when every outbox is empty and every group has read everything. */
export interface Backlog {
  readonly outbox: number;
  readonly lag: number;
}

/** Asks the services' databases and Kafka itself, not the services. @param databases their addresses */
export async function backlogOf(
  databases: readonly string[],
  admin: Admin,
  subscriptions: Subscriptions,
): Promise<Backlog> {
  const query = 'SELECT count(*)::int AS n FROM messaging.outbox';
  const rows = await Promise.all(databases.map((database) => queryOnce<{ n: number }>(database, query)));
  // Kafka afterwards: an event that has left an outbox meanwhile is in its topic by now.
  return { outbox: sum(rows.map(([row]) => row?.n ?? 0)), lag: await lagOf(admin, subscriptions) };
}

/** How many events of their topics the groups have not handled yet. */
async function lagOf(admin: Admin, subscriptions: Subscriptions): Promise<number> {
  const lags = [...subscriptions].map(([group, topics]) => lagOfGroup(admin, group, topics));
  return sum(await Promise.all(lags));
}

async function lagOfGroup(admin: Admin, groupId: string, topics: readonly string[]): Promise<number> {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const lags = committed.map(async ({ topic, partitions }) => {
    const ends = await admin.fetchTopicOffsets(topic);
    return sum(ends.map(({ partition, high, low }) => Number(high) - position(partitions, partition, low)));
  });
  return sum(await Promise.all(lags));
}

/** Where a group goes on; a partition without an offset of its own is read from its beginning. */
function position(
  partitions: readonly { partition: number; offset: string }[],
  partition: number,
  low: string,
): number {
  const offset = Number(partitions.find((each) => each.partition === partition)?.offset ?? -1);
  return Math.max(offset, Number(low));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
