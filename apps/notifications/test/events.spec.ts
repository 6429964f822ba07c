import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type EventData,
  type EventDeclaration,
  eventTypes,
  organisationChanged,
  reportFiled,
  reportRouted,
  reportTopic,
  reportWorkStarted,
} from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { aReport, freshKelurahan, startNotifications } from './notifications.js';

let notifications: Awaited<ReturnType<typeof startNotifications>>;
beforeAll(async () => {
  notifications = await startNotifications();
});
afterAll(() => notifications.service.close());

/** Whom each event reaches, by hand, in an order of its own: compared as sets. */
const reached: Record<string, string[]> = {
  'reports.report.filed.v1': ['reporter', 'office'],
  'reports.report.routed.v1': ['agency'],
  'reports.report.coordinated.v1': ['reporter'],
  'reports.report.dispatched.v1': ['reporter', 'sub_agency'],
  'reports.report.work_started.v1': ['reporter'],
  'reports.report.finish_promised.v1': ['reporter'],
  'reports.report.completion_claimed.v1': ['reporter', 'validator'],
  'reports.report.validated.v1': ['reporter', 'executor'],
  'reports.report.completion_refused.v1': ['reporter', 'executor'],
  'reports.report.confirmed.v1': ['executor'],
  'reports.report.disputed.v1': ['executor'],
  'reports.report.rejected.v1': ['reporter'],
};
const reportEvents = [...eventTypes.values()].filter((declaration) => declaration.topic.name === reportTopic.name);

/** Returns once everything before it in the report's partition was taken in, copies too. */
async function behind({ reportId }: { reportId?: unknown }) {
  const data = { ...reportRouted.sample, reportId: String(reportId), agency: newId() };
  await notifications.service.deliver(reportRouted, data, { sequence: 2 });
}

async function cast() {
  const { organisation, person } = notifications;
  const region = freshKelurahan();
  const parts = {
    reporter: await person(),
    office: await organisation({ kind: 'kelurahan_office', regions: [region] }),
    validator: await organisation({ kind: 'validator', regions: [region.slice(0, 8)] }),
    agency: await organisation({ kind: 'agency' }),
    sub_agency: await organisation({ kind: 'sub_agency' }),
    executor: await organisation({ kind: 'sub_agency' }),
  };
  for (const { arrive } of [parts.office, parts.validator, parts.agency, parts.sub_agency, parts.executor]) {
    await arrive();
  }
  return { region, parts };
}

describe('each event of a report', () => {
  it('is one that somebody is told of', () => {
    expect(Object.keys(reached).sort()).toEqual(reportEvents.map(({ type }) => type).sort());
  });

  it.each(reportEvents)(
    '$type reaches exactly whom it concerns, once, also when it comes twice',
    async (declaration) => {
      const { region, parts } = await cast();
      const data = {
        ...declaration.sample,
        reportId: newId(),
        region,
        recipient: await notifications.seal(parts.reporter.id),
        ...('agency' in declaration.sample && { agency: parts.agency.id }),
        ...('subAgency' in declaration.sample && { subAgency: parts.sub_agency.id }),
        ...('executor' in declaration.sample && { executor: parts.executor.id }),
        ...('validator' in declaration.sample && { validator: parts.validator.id }),
      } as EventData<EventDeclaration>;
      const id = await notifications.service.deliver(declaration, data, { sequence: 1 });
      await notifications.service.deliver(declaration, data, { sequence: 1, id });
      await behind(data);
      const counts: Record<string, number> = {};
      for (const [name, { token }] of Object.entries(parts)) {
        const notices = await notifications.inbox(token);
        if (notices.length > 0) counts[name] = notices.filter((notice) => notice.event === declaration.type).length;
      }
      const expected = (reached[declaration.type] ?? []).map((name) => [name, 1]);
      expect(counts).toEqual(Object.fromEntries(expected));
    },
  );
});

describe('a seal', () => {
  const filedWith = async (recipient: string) => {
    const region = freshKelurahan();
    const office = await notifications.organisation({ kind: 'kelurahan_office', regions: [region] });
    await office.arrive();
    await notifications.service.deliver(reportFiled, aReport(region, recipient).filed, { sequence: 1 });
    return office;
  };
  const refused = async (reason: string) => {
    const { body } = await notifications.service.http.get<string>('/metrics');
    const line = new RegExp(`^seals_refused_total\\{[^}]*reason="${reason}"[^}]*\\} (\\d+)`, 'm').exec(body);
    return Number(line?.[1] ?? 0);
  };

  it('made for another service tells nobody, is counted, and holds up nothing', async () => {
    const reporter = await notifications.person();
    const before = await refused('foreign');
    const seal = await notifications.seal(reporter.id, 'marketplace');
    const office = await filedWith(seal);
    expect(await notifications.inbox(reporter.token)).toEqual([]);
    expect(await notifications.inbox(office.token)).toHaveLength(1);
    expect(await refused('foreign')).toBe(before + 1);
    expect(notifications.service.logs.join('')).not.toContain(seal.slice(0, 60));
  });

  it('that cannot be read tells nobody, is counted, and holds up nothing', async () => {
    const before = await refused('unreadable');
    const office = await filedWith('eyJhbGciOiJFQ0RILUVTIn0..AAAA.BBBB.CCCC');
    expect(await notifications.inbox(office.token)).toHaveLength(1);
    expect(await refused('unreadable')).toBe(before + 1);
  });
});

describe('a notice for an organisation that has not arrived', () => {
  it('waits and is there once it has', async () => {
    const region = freshKelurahan();
    const [office, agency] = [
      await notifications.organisation({ kind: 'kelurahan_office', regions: [region] }),
      await notifications.organisation({ kind: 'agency' }),
    ];
    const report = aReport(region);
    await notifications.service.deliver(reportFiled, report.filed, { sequence: 1 });
    await notifications.service.deliver(reportRouted, report.routed(agency.id), { sequence: 2 });
    expect([await notifications.inbox(office.token), await notifications.inbox(agency.token)]).toEqual([[], []]);
    await office.arrive();
    await agency.arrive();
    expect(await notifications.inbox(office.token)).toMatchObject([{ sequence: 1, reportId: report.reportId }]);
    expect(await notifications.inbox(agency.token)).toMatchObject([{ sequence: 1, reportId: report.reportId }]);
  });

  it('is there once a known organisation becomes the one that it is for', async () => {
    const region = freshKelurahan();
    const office = await notifications.organisation({ kind: 'kelurahan_office', regions: [] });
    await office.arrive();
    await notifications.service.deliver(reportFiled, aReport(region).filed, { sequence: 1 });
    const changed = { ...office.data, regions: [region] };
    await notifications.service.deliver(organisationChanged, changed, { sequence: 2 });
    expect(await notifications.inbox(office.token)).toHaveLength(1);
  });
});

describe('an inbox', () => {
  it('is numbered without a gap while many events come for one recipient', async () => {
    const reporter = await notifications.person();
    const recipient = await notifications.seal(reporter.id);
    const region = freshKelurahan();
    const office = await notifications.organisation({ kind: 'kelurahan_office', regions: [region] });
    await office.arrive();
    const files = Array.from({ length: 30 }, () =>
      notifications.service.deliver(reportFiled, aReport(region, recipient).filed, { sequence: 1 }),
    );
    await Promise.all(files);
    const sequences = async (token: string) =>
      (await notifications.inbox(token, '?limit=100')).map((notice) => notice.sequence);
    const expected = Array.from({ length: 30 }, (_, index) => 30 - index);
    expect(await sequences(reporter.token)).toEqual(expected);
    expect(await sequences(office.token)).toEqual(expected);
  });

  it('shows names as they are when it is read', async () => {
    const reporter = await notifications.person();
    const executor = await notifications.organisation({ kind: 'sub_agency', name: 'Sudin SDA' });
    const report = aReport(freshKelurahan(), await notifications.seal(reporter.id));
    await notifications.service.deliver(reportWorkStarted, report.started(executor.id), { sequence: 1 });
    const body = async () => (await notifications.inbox(reporter.token))[0]?.body;
    expect(await body()).toBe('Instansi terkait mulai mengerjakan laporan Anda (banjir).');
    await executor.arrive();
    expect(await body()).toBe('Sudin SDA mulai mengerjakan laporan Anda (banjir).');
  });
});

describe('what lies in the database', () => {
  it('names neither the report nor its number', async () => {
    const reporter = await notifications.person();
    const report = aReport(freshKelurahan(), await notifications.seal(reporter.id));
    await notifications.service.deliver(reportWorkStarted, report.started(randomUUID()), { sequence: 1 });
    await eventually(async () => expect(await notifications.inbox(reporter.token)).toHaveLength(1));
    const [row] = await notifications.service.sql<{ text: string }>(
      "SELECT n::text || ' ' || encode(reference, 'escape') AS text FROM notice n WHERE recipient_id = $1",
      [reporter.id],
    );
    expect(row?.text).toContain('work_started');
    expect(row?.text).not.toContain(report.reportId);
    expect(row?.text).not.toContain(report.filed.number);
  });
});
