import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Registry } from 'prom-client';
import { newId, type OrganisationId, type RegionCode } from '@jaki/kernel';
import { createPool } from '@jaki/platform';
import { eventually, type TestDatabase, testDatabase } from '@jaki/testing';
import { NotificationsConfig } from '../src/config.js';
import { References } from '../src/crypto/references.js';
import { Seals } from '../src/crypto/seals.js';
import { type DB } from '../src/generated/db.js';
import { lockInbox, markRead } from '../src/inbox/store/reading.js';
import { type Organisation } from '../src/organisations/domain/address.js';
import { deleteOld } from '../src/retention/store/old-notices.js';
import { type News } from '../src/telling/domain/notices.js';
import { Inboxes } from '../src/telling/store/inboxes.js';
import { FindPerson } from '../src/telling/use-cases/find-person.js';
import { KeepOrganisation } from '../src/telling/use-cases/keep-organisation.js';
import { Tell } from '../src/telling/use-cases/tell.js';
import { environment } from './environment.js';

const migrations = { schema: 'public', folder: new URL('../prisma/migrations/', import.meta.url) };
const { secrets } = await environment();
const config = Object.assign(new NotificationsConfig(), secrets);
const inboxes = new Inboxes(new References(config));
const teller = new Tell(inboxes, new FindPerson(new Seals(config), new Registry()));
const keeper = new KeepOrganisation(inboxes);
const keepOrganisation = (tx: Transaction<DB>, known: Organisation, version: number) =>
  keeper.execute(tx, { ...known, categories: [], version });

let database: TestDatabase;
let db: Kysely<DB>;

beforeAll(async () => {
  database = await testDatabase([migrations]);
  const pool = createPool(database.url, { name: 'telling' });
  db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const REGION = '31.71.01.1001' as RegionCode;
const office = (): Organisation => ({ id: newId(), kind: 'kelurahan_office', name: 'Gambir', regions: [REGION] });
const about = (label = 'JK2611220001') => ({ subject: { type: 'report', id: newId(), label }, words: {} });
const filed = (): News => ({
  about: about(),
  notices: [{ template: 'report_arrived', address: { to: 'kelurahan_office', region: REGION } }],
});
const queued = (id: OrganisationId, label?: string): News => ({
  about: about(label),
  notices: [{ template: 'report_queued', address: { to: 'organisation', id } }],
});
const occurrence = () => ({ id: newId(), type: 'reports.report.filed.v1', source: 'reports', time: new Date() });
const inOne = <T>(work: (tx: Transaction<DB>) => Promise<T>) => db.transaction().execute(work);
const tell = (tx: Transaction<DB>, news: News, told: ReturnType<typeof occurrence>) =>
  teller.execute(tx, [{ news, occurrence: told }]);
const clear = () => sql`TRUNCATE organisation, recipient, notice, parked_notice`.execute(db);
const count = async (table: 'notice' | 'parked_notice') =>
  Number((await db.selectFrom(table).select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n);

describe('an inbox', () => {
  it('is numbered 1, 2, 3 … without a gap, however many events come at once and however often', async () => {
    await clear();
    const gambir = office();
    await inOne((tx) => keepOrganisation(tx, gambir, 1));
    const events = Array.from({ length: 40 }, occurrence);
    const twice = [...events, ...events].map((event) => inOne((tx) => tell(tx, filed(), event)));
    await Promise.all(twice);
    const rows = await db.selectFrom('notice').select(['sequence', 'event_id']).orderBy('sequence').execute();
    expect(rows.map((row) => row.sequence)).toEqual(events.map((_, index) => index + 1));
    expect(new Set(rows.map((row) => row.event_id)).size).toBe(40);
    const recipient = await db.selectFrom('recipient').selectAll().executeTakeFirstOrThrow();
    expect(recipient).toMatchObject({ id: gambir.id, last_sequence: 40, unread_count: 40 });
  });

  it('takes many events at once, in their order, beside others that take the same inboxes in another order', async () => {
    await clear();
    const offices = Array.from({ length: 40 }, office);
    for (const each of offices) await inOne((tx) => keepOrganisation(tx, { ...each, regions: [] }, 1));
    const batches = Array.from({ length: 10 }, (_, batch) =>
      Array.from({ length: 40 }, (_, index) => ({
        news: queued(offices[batch % 2 === 0 ? index : 39 - index]!.id),
        occurrence: occurrence(),
      })),
    );
    await Promise.all(batches.map((steps) => inOne((tx) => teller.execute(tx, steps))));
    const rows = await db.selectFrom('notice').selectAll().orderBy('recipient_id').orderBy('sequence').execute();
    expect(rows).toHaveLength(400);
    for (const { id } of offices) {
      const own = rows.filter((row) => row.recipient_id === id);
      expect(own.map(({ sequence }) => sequence)).toEqual(own.map((_, index) => index + 1));
      for (const batch of batches) {
        const ids: string[] = batch.map((step) => step.occurrence.id);
        const inOrder = own.map(({ event_id }) => ids.indexOf(event_id)).filter((at) => at >= 0);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }
    }
    const recipients = await db.selectFrom('recipient').selectAll().execute();
    expect(recipients.map(({ unread_count: unread }) => unread)).toEqual(recipients.map((row) => row.last_sequence));
  });

  it('holds one notice of an event that is told twice in one go', async () => {
    await clear();
    await inOne((tx) => keepOrganisation(tx, office(), 1));
    const told = { news: filed(), occurrence: occurrence() };
    await inOne((tx) => teller.execute(tx, [told, told]));
    expect(await count('notice')).toBe(1);
  });

  it('loses no number to an event that failed', async () => {
    await clear();
    await inOne((tx) => keepOrganisation(tx, office(), 1));
    const failing = inOne(async (tx) => {
      await tell(tx, filed(), occurrence());
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    await inOne((tx) => tell(tx, filed(), occurrence()));
    expect(await db.selectFrom('notice').select('sequence').execute()).toEqual([{ sequence: 1 }]);
  });
});

describe('an inbox that is read while old notices are deleted from it', () => {
  it('lets one wait for the other, and counts right', async () => {
    await clear();
    const gambir = office();
    await inOne((tx) => keepOrganisation(tx, gambir, 1));
    await inOne((tx) => tell(tx, filed(), occurrence()));
    const locked = gate();
    const holding = gate();
    const deleting = inOne(async (tx) => {
      await lockInbox(tx, gambir.id);
      locked.open();
      await holding.opened;
      await deleteOld(tx, gambir.id, new Date(Date.now() + 1000));
    });
    await locked.opened;
    const reading = inOne((tx) => markRead(tx, { recipientId: gambir.id, from: 1, to: 1, at: new Date() }));
    await eventually(async () => expect(await waiting()).toBe(1));
    holding.open();
    await Promise.all([deleting, reading]);
    expect(await count('notice')).toBe(0);
    expect(await db.selectFrom('recipient').select('unread_count').execute()).toEqual([{ unread_count: 0 }]);
  });
});

describe('a notice for an organisation that has not arrived', () => {
  it('reaches it also when the organisation is arriving at that very moment', async () => {
    await clear();
    const arriving = gate();
    const arrival = inOne(async (tx) => {
      await keepOrganisation(tx, office(), 1);
      await arriving.opened;
    });
    await eventually(async () => expect(await waitingOrHolding()).toBeGreaterThan(0));
    const news = inOne((tx) => tell(tx, filed(), occurrence()));
    await eventually(async () => expect(await blocked()).toBe(1));
    arriving.open();
    await Promise.all([arrival, news]);
    expect([await count('notice'), await count('parked_notice')]).toEqual([1, 0]);
  });

  it('reaches it also when the organisation arrives while the notice is being parked', async () => {
    await clear();
    const parking = gate();
    const news = inOne(async (tx) => {
      await tell(tx, filed(), occurrence());
      await parking.opened;
    });
    await eventually(async () => expect(await waitingOrHolding()).toBeGreaterThan(0));
    const arrival = inOne((tx) => keepOrganisation(tx, office(), 1));
    await eventually(async () => expect(await blocked()).toBe(1));
    parking.open();
    await Promise.all([arrival, news]);
    expect([await count('notice'), await count('parked_notice')]).toEqual([1, 0]);
  });

  it('is not given to an older state of the organisation that comes late', async () => {
    await clear();
    const gambir = office();
    await inOne((tx) => keepOrganisation(tx, { ...gambir, regions: [] }, 2));
    await inOne((tx) => tell(tx, filed(), occurrence()));
    await inOne((tx) => keepOrganisation(tx, gambir, 1));
    expect([await count('notice'), await count('parked_notice')]).toEqual([0, 1]);
    await inOne((tx) => keepOrganisation(tx, gambir, 3));
    expect([await count('notice'), await count('parked_notice')]).toEqual([1, 0]);
  });

  it('comes in the order in which things happened', async () => {
    await clear();
    const agency = newId<'organisation'>();
    const at = (second: number) => ({ ...occurrence(), time: new Date(Date.UTC(2026, 10, 22, 0, 0, second)) });
    const late = at(2);
    await inOne((tx) => tell(tx, queued(agency, 'JK2611220002'), late));
    const early = at(1);
    await inOne((tx) => tell(tx, queued(agency), early));
    await inOne((tx) => keepOrganisation(tx, { id: agency, kind: 'agency', name: 'SDA', regions: [] }, 1));
    const rows = await db.selectFrom('notice').select('event_id').orderBy('sequence').execute();
    expect(rows.map((row) => row.event_id)).toEqual([early.id, late.id]);
  });
});

function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}

/** Sessions of this test that wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Locks on the table of parked notices that are stronger than reading. */
async function waitingOrHolding(): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_locks
    WHERE relation = 'parked_notice'::regclass AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock')`.execute(db);
  return rows[0]?.n ?? 0;
}

async function blocked(): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_locks
    WHERE relation = 'parked_notice'::regclass AND NOT granted`.execute(db);
  return rows[0]?.n ?? 0;
}
