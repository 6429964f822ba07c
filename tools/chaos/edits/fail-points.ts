import { before, type Edit } from './edit.js';

const point = (name: string) => `await failPoint(\`${name}\`);`;

/** Where a service can be made to die, fail or dawdle. Present in every service under test, armed one at a time. */
export const failPoints: readonly Edit[] = [
  // The change is committed, its event is still in the outbox.
  before('libs/messaging/src/kafka/sender.ts', 'this.#producer ??= this.#connect();', point('before-send')),
  // Kafka has the event, the outbox does not know it yet.
  before('libs/messaging/src/outbox/waiting-rows.ts', 'const deleted = await sql`DELETE', point('before-delete')),
  // The effect is committed, Kafka would bring the message again.
  before(
    'libs/messaging/src/kafka/partition-pass.ts',
    'await payload.commitOffsetsIfNecessary(',
    point('before-offset-commit'),
  ),
  // Half of the effect is written, nothing of it committed.
  before('apps/notifications/src/store/inboxes.ts', 'const added = await this.#add(', point('in-handler')),
  // By the report's category, so that a row can choose which messages go wrong.
  before(
    'apps/notifications/src/use-cases/tell-of-report.ts',
    'const deliveries: Delivery[] = [];',
    point('handle-${news.about.category}'),
  ),
];

export type FailPoint = 'before-send' | 'before-delete' | 'before-offset-commit' | 'in-handler' | `handle-${string}`;
