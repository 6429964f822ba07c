import { before, type Edit } from './edit.js';

const HANDLER = 'apps/notifications/src/telling/use-cases/tell.ts';
const INBOXES = 'apps/notifications/src/telling/store/inboxes.ts';

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
  before(INBOXES, "await tx.insertInto('notice').values(notices).execute();", point('in-handler')),
  // By the report's category, so that a row can choose which messages go wrong. A handler that means to take long has to
  // lift the limits of its transaction: without that PostgreSQL ends it after 15 s.
  before(HANDLER, "import { Injectable } from '@nestjs/common';", "import { sql as chaosSql } from 'kysely';"),
  before(
    HANDLER,
    'const found: Found = new Map();',
    `for (const { news } of events) await failPoint(\`handle-\${news.about.words.category?.code}\`, () => chaosSql.raw(
      'SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL transaction_timeout = 0').execute(tx));`,
  ),
];

/** What lets effects be counted without the inbox: see `rig/effect-watch.ts`. */
export const effectNotes: readonly Edit[] = [
  before(
    INBOXES,
    'const inboxes = await this.#lock(tx, deliveries);',
    `await sql\`INSERT INTO chaos.effect (event)
      SELECT DISTINCT unnest(\${deliveries.map(({ occurrence }) => occurrence.id)}::text[])
      ON CONFLICT DO NOTHING\`.execute(tx);`,
  ),
];

export type FailPoint = 'before-send' | 'before-delete' | 'before-offset-commit' | 'in-handler' | `handle-${string}`;
