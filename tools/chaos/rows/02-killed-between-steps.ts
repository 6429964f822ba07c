import { type FailPoint } from '../edits/fail-points.js';
import { type Operation } from '../load/journal.js';
import { type PaidOrder } from '../load/market/fulfil.js';
import { death, DuplicateCount, revive } from '../rig/breaking.js';
import { type Row, type Stage } from '../row.js';
import { accept, payOrders, type Sendable } from './market-steps.js';

interface Step {
  readonly point: FailPoint;
  readonly service: 'reports' | 'notifications' | 'marketplace';
  /** Whether a message comes once more, to be told by the inbox. */
  readonly doubles: boolean;
}

const steps: readonly Step[] = [
  { point: 'before-send', service: 'reports', doubles: false },
  { point: 'before-delete', service: 'reports', doubles: true },
  { point: 'before-send', service: 'marketplace', doubles: false },
  { point: 'before-delete', service: 'marketplace', doubles: true },
  { point: 'in-handler', service: 'notifications', doubles: false },
  { point: 'before-offset-commit', service: 'notifications', doubles: true },
];

export const killedBetweenSteps: Row = {
  number: 2,
  fault: 'kill between outbox commit and send; send and delete; within the handler; handler and offset commit',
  holds: 'duplicates absorbed = hits',
  inCi: true,
  async run(stage) {
    await killAtEach(stage, steps);
    if (!stage.short) await killUnderLoad(stage);
  },
};

/** The row with one of its steps only. */
export function killedAt(point: FailPoint): Row {
  return {
    ...killedBetweenSteps,
    run: (stage) =>
      killAtEach(
        stage,
        steps.filter((step) => step.point === point),
      ),
  };
}

async function killAtEach(stage: Stage, wanted: readonly Step[]): Promise<void> {
  const rounds = stage.either(1, 5);
  const atMarket = wanted.filter(({ service }) => service === 'marketplace');
  const orders = await payOrders(stage, rounds * atMarket.length);
  const reports = await fileReports(stage, rounds * (wanted.length - atMarket.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const step of wanted) await killAt(stage, step, sendable(stage, step, { orders, reports }));
  }
}

/** Something that is one event with one effect. */
function sendable(stage: Stage, { service }: Step, left: { orders: PaidOrder[]; reports: Operation[] }): Sendable {
  const order = service === 'marketplace' ? left.orders.shift() : undefined;
  if (order !== undefined) return accept(stage, order);
  const on = left.reports.shift()?.aggregateId;
  const operation = stage.load.prepare('start', on);
  return { operation, send: () => stage.load.again(operation) };
}

/** Citizens' reports whose work has not begun: to begin it is one event with one effect. */
async function fileReports(stage: Stage, count: number): Promise<Operation[]> {
  const filed = await Promise.all(Array.from({ length: count }, () => stage.load.do('fileAsCitizen')));
  await stage.settle();
  return filed;
}

/** One event on its way, one kill at exactly this point. */
async function killAt(stage: Stage, step: Step, { operation, send }: Sendable): Promise<void> {
  const { point, service, doubles } = step;
  const { rig } = stage;
  const instance = rig.get(service);
  const duplicates = await DuplicateCount.start([rig.get('notifications')]);
  rig.failPoints.arm(point, { action: 'kill', service, times: 1 });
  await send();
  await death(instance);
  await revive(instance);
  if (operation.outcome === 'unknown') await send();
  await stage.settle();
  const hits = rig.failPoints.hits(point);
  const absorbed = await duplicates.absorbed();
  stage.observe(`${service} killed ${point}`, hits);
  stage.require(`${doubles ? hits : 0} duplicates absorbed (${point})`, absorbed === (doubles ? hits : 0), absorbed);
  rig.failPoints.disarm(point);
}

/** Many events on their way: then only the counting can tell. */
async function killUnderLoad(stage: Stage): Promise<void> {
  const { rig, load, random } = stage;
  load.start();
  for (const { point, service } of random.shuffled([...steps, ...steps])) {
    const instance = rig.get(service);
    rig.failPoints.arm(point, { action: 'kill', service, times: 1, skip: random.between(0, 10) });
    await death(instance);
    stage.observe(`${service} killed ${point} under load`, rig.failPoints.hits(point));
    rig.failPoints.disarm(point);
    await revive(instance);
  }
  await load.stop();
  await load.retryUnknown();
}
