import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportFiled } from '@jaki/contracts';
import { FixedClock, newId } from '@jaki/kernel';
import { ForgetOldNotices } from '../src/retention/use-cases/forget-old-notices.js';
import { aReport, freshKelurahan, startNotifications } from './notifications.js';

const clock = new FixedClock(new Date());
let notifications: Awaited<ReturnType<typeof startNotifications>>;
beforeAll(async () => {
  notifications = await startNotifications(clock);
});
afterAll(() => notifications.service.close());

/** A person with that many notices. */
async function toldPerson(times: number) {
  const person = await notifications.person();
  const recipient = await notifications.seal(person.id);
  for (let time = 0; time < times; time += 1) {
    await notifications.service.deliver(reportFiled, aReport(freshKelurahan(), recipient).filed, { sequence: 1 });
  }
  return person;
}
const post = (path: string, token: string, body?: object) =>
  notifications.service.http.post<{ code: string }>(path, { token, ...(body && { body }) });

describe('GET /v1/inbox', () => {
  it('gives the newest first, page by page, while new ones arrive', async () => {
    const { id, token } = await toldPerson(5);
    const first = await notifications.service.http.get('/v1/inbox?limit=2', { token });
    expect(first.body).toMatchObject({ items: [{ sequence: 5 }, { sequence: 4 }] });
    const late = aReport(freshKelurahan(), await notifications.seal(id)).filed;
    await notifications.service.deliver(reportFiled, late, { sequence: 1 });
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await notifications.service.http.get(next, { token });
    expect(second.body).toMatchObject({ items: [{ sequence: 3 }, { sequence: 2 }] });
    const last = await notifications.service.http.get(
      /<([^>]+)>; rel="next"/.exec(second.headers.get('link') ?? '')?.[1] ?? '',
      { token },
    );
    expect(last.body).toMatchObject({ items: [{ sequence: 1 }] });
    expect(last.headers.get('link')).toBeNull();
  });

  it('gives all that a reader needs, and nothing else', async () => {
    const { token } = await toldPerson(1);
    const [notice] = await notifications.inbox(token);
    expect(Object.keys(notice ?? {}).sort()).toEqual(
      ['at', 'body', 'event', 'id', 'number', 'reportId', 'sequence', 'subject', 'title'].sort(),
    );
    expect(notice).toMatchObject({ event: 'reports.report.filed.v1', number: 'JK2611220001', sequence: 1 });
    expect(notice?.subject).toEqual({ type: 'report', id: notice?.reportId, label: 'JK2611220001' });
  });

  it('speaks Indonesian, or English to whom prefers it', async () => {
    const { token } = await toldPerson(1);
    const title = async (language?: string) =>
      (await notifications.inbox(token, '', language === undefined ? {} : { 'accept-language': language }))[0]?.title;
    expect(await title()).toBe('Laporan JK2611220001 diterima');
    expect(await title('en-US,en;q=0.9,id;q=0.5')).toBe('Report JK2611220001 received');
    expect(await title('de')).toBe('Laporan JK2611220001 diterima');
  });

  it('is empty for somebody who was never told anything', async () => {
    const { token } = await notifications.person();
    expect([await notifications.inbox(token), await notifications.unread(token)]).toEqual([[], 0]);
  });

  it('refuses a cursor of another kind', async () => {
    const { token } = await notifications.person();
    const { status, body } = await notifications.service.http.get<{ code: string }>('/v1/inbox?cursor=abc', { token });
    expect([status, body.code]).toEqual([400, 'unknown_cursor']);
  });
});

describe('who opens which inbox', () => {
  it('somebody who acts for an organisation opens its inbox, and not the own one', async () => {
    const region = freshKelurahan();
    const office = await notifications.organisation({ kind: 'kelurahan_office', regions: [region] });
    await office.arrive();
    const officer = await toldPerson(1);
    await notifications.service.deliver(reportFiled, aReport(region).filed, { sequence: 1 });
    const organisation = { id: office.id, kind: 'kelurahan_office', regions: [region] };
    const acting = await notifications.service.token({ sub: officer.id, roles: ['officer'], organisation });
    expect(await notifications.inbox(acting)).toMatchObject([{ title: 'Laporan baru di wilayah Anda' }]);
    expect(await notifications.inbox(officer.token)).toMatchObject([{ title: 'Laporan JK2611220001 diterima' }]);
  });

  it('a channel account has an inbox of its own', async () => {
    const { id } = await toldPerson(1);
    const token = await notifications.service.token({ sub: id, roles: ['channel'], channel: 'petabencana' });
    expect(await notifications.inbox(token)).toHaveLength(1);
  });

  it.each([
    ['without a token', () => undefined, 401],
    ['with a token for another service', () => notifications.service.token({ audience: 'urn:jaki:reports' }), 401],
    ['as a registrar, who has none', () => notifications.service.token({ roles: ['registrar'] }), 403],
  ])('nobody opens one %s', async (_, tokenOf, expected) => {
    const token = await tokenOf();
    const { status } = await notifications.service.http.get('/v1/inbox', token === undefined ? {} : { token });
    expect(status).toBe(expected);
  });
});

describe('reading', () => {
  it('one notice takes it off the unread ones, once', async () => {
    const { token } = await toldPerson(3);
    const [, second] = await notifications.inbox(token);
    const read = () => post(`/v1/inbox/${second?.id ?? ''}/read`, token);
    expect([(await read()).status, (await read()).status]).toEqual([204, 204]);
    expect(await notifications.unread(token)).toBe(2);
    const readAts = (await notifications.inbox(token)).map((notice) => notice.readAt !== undefined);
    expect(readAts).toEqual([false, true, false]);
  });

  it('up to a sequence leaves what came later unread', async () => {
    const { token } = await toldPerson(3);
    expect((await post('/v1/inbox/read-up-to', token, { sequence: 2 })).status).toBe(204);
    expect(await notifications.unread(token)).toBe(1);
    await post('/v1/inbox/read-up-to', token, { sequence: 2_147_483_647 });
    expect(await notifications.unread(token)).toBe(0);
  });

  it('counts right when many read at once', async () => {
    const { token } = await toldPerson(4);
    const notices = await notifications.inbox(token);
    const reads = notices
      .slice(0, 3)
      .flatMap(({ id }) => [id, id].map((same) => post(`/v1/inbox/${same}/read`, token)));
    await Promise.all([...reads, post('/v1/inbox/read-up-to', token, { sequence: 2 })]);
    expect(await notifications.unread(token)).toBe(0);
  });

  it("another's notice is not found, like one that does not exist, and stays unread", async () => {
    const [owner, stranger] = [await toldPerson(1), await toldPerson(1)];
    const [notice] = await notifications.inbox(owner.token);
    const theirs = await post(`/v1/inbox/${notice?.id ?? ''}/read`, stranger.token);
    const nobodys = await post(`/v1/inbox/${newId()}/read`, stranger.token);
    const code = ({ body }: { body: { code: string } }) => body.code;
    expect([theirs.status, code(theirs)]).toEqual([404, 'notice_not_found']);
    expect([nobodys.status, code(nobodys)]).toEqual([404, 'notice_not_found']);
    await post('/v1/inbox/read-up-to', stranger.token, { sequence: 1 });
    expect(await notifications.unread(owner.token)).toBe(1);
  });

  it.each([[{}], [{ sequence: 0 }], [{ sequence: '2' }], [{ sequence: 3_000_000_000 }], [{ sequence: 1, more: 1 }]])(
    'up to %j is refused',
    async (body) => {
      const { token } = await notifications.person();
      const answer = await post('/v1/inbox/read-up-to', token, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    },
  );
});

describe('the OpenAPI document', () => {
  it('says what a notice looks like', async () => {
    const { body } = await notifications.service.http.get<{
      components: { schemas: Record<string, { properties: Record<string, unknown>; required: string[] }> };
    }>('/openapi.json');
    const { InboxView, NoticeView } = body.components.schemas;
    expect(NoticeView?.properties['reportId']).toMatchObject({ deprecated: true });
    expect(InboxView?.properties['items']).toMatchObject({ type: 'array' });
    expect(NoticeView?.required.toSorted()).toEqual([
      'at',
      'body',
      'event',
      'id',
      'number',
      'sequence',
      'subject',
      'title',
    ]);
  });
});

describe('after the set time', () => {
  it('notices are deleted, read or not, and newer ones stay', async () => {
    const { id, token } = await toldPerson(2);
    const [newest, oldest] = await notifications.inbox(token);
    await notifications.service.sql("UPDATE notice SET at = at - interval '300 days' WHERE id = $1", [oldest?.id]);
    clock.advance(100 * 24 * 60 * 60 * 1000);
    await notifications.service.app.get(ForgetOldNotices).execute();
    expect((await notifications.inbox(token)).map((notice) => notice.id)).toEqual([newest?.id]);
    expect(await notifications.unread(token)).toBe(1);
    const added = aReport(freshKelurahan(), await notifications.seal(id)).filed;
    await notifications.service.deliver(reportFiled, added, { sequence: 1 });
    expect((await notifications.inbox(token))[0]?.sequence).toBe(3);
  });
});
