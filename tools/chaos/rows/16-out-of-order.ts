import { setTimeout as sleep } from 'node:timers/promises';
import {
  orderAccepted,
  orderPaid,
  orderPlaced,
  orderReady,
  organisationChanged,
  organisationRegistered,
  reportFiled,
  reportFinishPromised,
  reportWorkStarted,
} from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventMessage } from '@jaki/testing';
import { queryOnce } from '@jaki/testing/embedded';
import { type ForeignMessage, ForeignProducer } from '../load/foreign-producer.js';
import { type Row, type Stage } from '../row.js';

const LAST = 6;
const MINUTES = 60_000;

export const outOfOrder: Row = {
  number: 16,
  fault: 'events out of order per key, 5 minutes late',
  holds: 'effects unchanged; right final state',
  inCi: true,
  async run(stage) {
    const organisations = Array.from({ length: stage.either(5, 50) }, () => newId());
    const reports = Array.from({ length: stage.either(5, 50) }, () => newId());
    const orders = Array.from({ length: stage.either(5, 50) }, () => newId());
    for (const key of [...organisations, ...reports, ...orders]) stage.forged.add(key);
    const messages = [
      ...organisations.map((id) => organisationMessages(id)),
      ...reports.map((id) => reportMessages(id)),
      ...orders.map((id) => orderMessages(id)),
    ];
    const producer = await ForeignProducer.connect(stage.rig);
    const late: ForeignMessage[] = [];
    for (const ofKey of messages) {
      const [held, ...now] = stage.random.shuffled(ofKey);
      for (const message of now) await producer.write(topicOf(message), message);
      if (held) late.push(held);
    }
    await sleep(stage.either(2_000, 5 * MINUTES));
    for (const message of late) await producer.write(topicOf(message), message);
    await producer.disconnect();
    stage.observe('events written out of order', messages.flat().length - messages.length);
    stage.observe('events that came last and late', late.length);
    await stage.settle();
    for (const service of ['reports', 'notifications'] as const) await judgeNewest(stage, service, organisations);
  },
};

/** Registration and five changes; each carries its whole state. */
function organisationMessages(organisationId: string): ForeignMessage[] {
  const of = (sequence: number) => {
    const declaration = sequence === 1 ? organisationRegistered : organisationChanged;
    const data = {
      organisationId,
      name: `version ${sequence}`,
      kind: 'sub_agency',
      regions: ['31.71'],
      categories: [],
    };
    return eventMessage(declaration, data, { sequence, time: fiveMinutesAgo() }).message as ForeignMessage;
  };
  return Array.from({ length: LAST }, (_, at) => of(at + 1));
}

function reportMessages(reportId: string): ForeignMessage[] {
  const options = (sequence: number) => ({ sequence, time: fiveMinutesAgo() });
  return [
    eventMessage(reportFiled, { ...reportFiled.sample, reportId }, options(1)),
    eventMessage(reportWorkStarted, { ...reportWorkStarted.sample, reportId }, options(2)),
    eventMessage(reportFinishPromised, { ...reportFinishPromised.sample, reportId }, options(3)),
  ].map(({ message }) => message as ForeignMessage);
}

/** Of an order whose buyer and seller nobody can be told of: nothing may come of it, in whatever order it comes. */
function orderMessages(orderId: string): ForeignMessage[] {
  const life = [orderPlaced, orderPaid, orderAccepted, orderReady];
  return life.map((declaration, at) => {
    const options = { sequence: at + 1, time: fiveMinutesAgo() };
    return eventMessage(declaration, { ...declaration.sample, orderId }, options).message as ForeignMessage;
  });
}

const fiveMinutesAgo = () => new Date(Date.now() - 5 * MINUTES);

const topics: Readonly<Record<string, string>> = {
  identity: 'identity.organisation.v1',
  reports: 'reports.report.v1',
  marketplace: 'marketplace.order.v1',
};
const topicOf = ({ headers }: ForeignMessage) => topics[headers['ce_source'] ?? ''] ?? '';

async function judgeNewest(stage: Stage, service: 'reports' | 'notifications', ids: readonly string[]): Promise<void> {
  const newest = await queryOnce<{ id: string }>(
    stage.rig.databaseOf(service),
    'SELECT id FROM organisation WHERE id = ANY ($1::uuid[]) AND version = $2 AND name = $3',
    [ids, LAST, `version ${LAST}`],
  );
  stage.require(
    `all ${ids.length} organisations are at their newest in ${service}`,
    newest.length === ids.length,
    newest.length,
  );
}
