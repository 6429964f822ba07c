import { once } from 'node:events';
import { connect } from 'node:net';
import { AssignerProtocol, type Consumer, Kafka, logLevel } from 'kafkajs';
import { type TestCity } from './harness.js';

const LEAVE_GROUP = 13;

/**
 * A foreign program that takes a group over: it throws the members out, as an operator may, and joins with a protocol
 * that kafkajs's own consumers do not speak. Their attempts to come back are refused for good: INCONSISTENT_GROUP_PROTOCOL.
 */
export class Intruder {
  private constructor(
    private readonly city: TestCity,
    private readonly group: string,
    private readonly consumer: Consumer,
  ) {}

  static async takeOver(city: TestCity, group: string): Promise<Intruder> {
    for (;;) {
      const consumer = await join(city, group);
      const intruder = new Intruder(city, group, consumer);
      if (await intruder.isAlone()) return intruder;
      // The members were faster.
      await intruder.leave();
    }
  }

  async isAlone(): Promise<boolean> {
    const members = await this.city.membersOf(this.group);
    return members.length === 1 && members[0]!.client === 'intruder';
  }

  async leave(): Promise<void> {
    await this.consumer.disconnect();
  }
}

async function join(city: TestCity, group: string): Promise<Consumer> {
  const kafka = new Kafka({ brokers: city.brokers, clientId: 'intruder', logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({
    groupId: city.prefix + group,
    retry: { retries: 0, restartOnFailure: () => Promise.resolve(false) },
    partitionAssigners: [
      () => ({
        name: 'foreign',
        version: 1,
        assign: () => Promise.resolve([]),
        protocol: ({ topics }) => ({
          name: 'foreign',
          metadata: AssignerProtocol.MemberMetadata.encode({ version: 1, topics, userData: Buffer.alloc(0) }),
        }),
      }),
    ],
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [city.prefix + 'reports.report.v1'] });
  for (const { id } of await city.membersOf(group)) await throwOut(city, group, id);
  await consumer.run({ eachMessage: () => Promise.resolve() });
  return consumer;
}

/** Kafka's own request, as kafkajs has no function for it: header and body of LeaveGroup, version 0. */
async function throwOut(city: TestCity, group: string, member: string): Promise<void> {
  const header = Buffer.alloc(8);
  header.writeInt16BE(LEAVE_GROUP, 0);
  const request = Buffer.concat([header, text('intruder'), text(city.prefix + group), text(member)]);
  const size = Buffer.alloc(4);
  size.writeInt32BE(request.length);
  const [host, port] = city.brokers[0]!.split(':');
  const socket = connect({ host: host!, port: Number(port) });
  socket.write(Buffer.concat([size, request]));
  await once(socket, 'data');
  socket.destroy();
}

function text(value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeInt16BE(Buffer.byteLength(value));
  return Buffer.concat([length, Buffer.from(value)]);
}
