import { becomesTrue } from '@jaki/testing/embedded';
import { connectAdmin } from '../rig/kafka-admin.js';
import { type Rig } from '../rig/rig.js';

/** How many members share a group's partitions; 0 while they are being shared out anew. Asked of Kafka. */
export async function membersOf(rig: Rig, group: string): Promise<number> {
  const admin = await connectAdmin(rig);
  try {
    const { groups } = await admin.describeGroups([group]);
    return groups[0]?.state === 'Stable' ? groups[0].members.length : 0;
  } finally {
    await admin.disconnect();
  }
}

/**
 * Waits until every instance that runs has its partitions, and nobody who is gone holds any: a member that was killed keeps
 * its own for the length of a session, and a row would take that for an effect of its own fault.
 *
 * @param within milliseconds
 * @returns whether all groups have gathered by then
 */
export async function gathered(rig: Rig, within: number): Promise<boolean> {
  const groups = [...rig.subscriptions.keys()].map((group) => {
    const running = rig.instances.filter(({ service }) => service === group).length;
    const whole = () =>
      membersOf(rig, group).then(
        (members) => members === running,
        () => false,
      );
    return becomesTrue(whole, within, 200);
  });
  return (await Promise.all(groups)).every(Boolean);
}
