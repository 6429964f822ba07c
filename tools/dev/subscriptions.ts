import { AssignerProtocol, type Admin } from 'kafkajs';

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

/** How many events of their topics the groups have not handled yet. */
export async function lagOf(admin: Admin, subscriptions: Subscriptions): Promise<number> {
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
