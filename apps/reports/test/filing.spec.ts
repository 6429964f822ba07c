import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, FixedClock, newId } from '@jaki/kernel';
import { eventually, httpClient } from '@jaki/testing';
import { type FiledReportView } from '../src/filing/http/file-report.dto.js';
import { type ReportView } from '../src/reading/queries/views.dto.js';
import { GAMBIR, pin, seal, TestCity, water } from './city.js';

// Half past one at night in Jakarta, still the day before in UTC.
const NOW = '2026-11-22T18:30:00.000Z';
const clock = new FixedClock(NOW);
const providers = [{ provide: Clock, useValue: clock }];
let city: TestCity;
beforeAll(async () => {
  city = await TestCity.start({ providers });
});
afterAll(() => city.close());

const body = { category: 'flood', description: 'Air setinggi lutut', pin };
interface Problem {
  code: string;
  details?: object;
  errors?: { pointer: string; code: string }[];
}
const tryToFile = async (report: object | string, headers: Record<string, string> = {}) =>
  city.service.http.post<Problem>('/v1/reports', { token: await city.citizen(), body: report, headers });
/** All that a report's event says but what is said of each report of that place and kind. */
function standingForIt(data: Record<string, string>): string[] {
  const common = new Set(['category', 'region', 'state', 'visibility', 'channel', 'agency']);
  const told = Object.entries(data).filter(([name]) => !common.has(name));
  return told.flatMap(([name, value]) =>
    name === 'recipient' ? [value, ...value.split('.').filter(Boolean)] : [value],
  );
}

const reportsFiled = async () => (await city.service.sql<{ n: bigint }>('SELECT count(*) AS n FROM report'))[0]?.n;

describe('a filed report', () => {
  it('gets a number of the Jakarta day, waits at its kelurahan and is in the queue of the agency responsible', async () => {
    const token = await city.citizen();
    const answer = await city.service.http.post<FiledReportView>('/v1/reports', { token, body });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/reports/${answer.body.id}`);
    expect(answer.body).toEqual({
      id: expect.any(String),
      number: expect.stringMatching(/^JK261123\d{4}$/),
      state: 'waiting',
      region: GAMBIR,
      agencyId: water.id,
      filedAt: NOW,
    });
  });

  it('announces that it was filed and routed, in this order, and nothing about who, where and what exactly', async () => {
    const sub = newId();
    const { id, number } = await city.file(await city.citizen(sub), { visibility: 'public', landmark: 'depan pasar' });
    await eventually(async () => {
      const events = (await city.service.published()).filter(({ subject }) => subject === id);
      const common = {
        reportId: id,
        number,
        category: 'flood',
        region: GAMBIR,
        visibility: 'public',
        recipient: expect.any(String),
      };
      expect(events.map(({ type, sequence, data }) => ({ type, sequence, data }))).toEqual([
        { type: 'reports.report.filed.v1', sequence: '1', data: { ...common, state: 'waiting', channel: 'app' } },
        { type: 'reports.report.routed.v1', sequence: '2', data: { ...common, state: 'waiting', agency: water.id } },
      ]);
      expect(JSON.stringify(events)).not.toContain(sub);
      const seals = new Set(events.map(({ data }) => (data as { recipient: string }).recipient));
      expect(await Promise.all([...seals].map((each) => city.service.unwrap(each)))).toEqual([seal]);
    });
  });

  it('has no value in its events that joins it to another report of the same person', async () => {
    const token = await city.citizen();
    const ids: string[] = [];
    for (let filed = 1; filed <= 3; filed++) ids.push((await city.file(token, {})).id);
    await eventually(async () => {
      const events = (await city.service.published()).filter(({ subject }) => ids.includes(subject ?? ''));
      const valuesOf = (id: string) => {
        const own = events.filter(({ subject }) => subject === id).map(({ data }) => data as Record<string, string>);
        return [...new Set(own.flatMap(standingForIt))];
      };
      const values = ids.map(valuesOf);
      // The report's id, its number, its seal and the parts of that.
      for (const each of values) expect(each.length).toBeGreaterThanOrEqual(3 + 4);
      expect(new Set(values.flat()).size).toBe(values.flat().length);
    });
  });

  it('keeps all that was told', async () => {
    const token = await city.citizen();
    const told = { landmark: 'Depan pasar', observedAt: '2026-11-22T10:00:00+07:00', visibility: 'public' };
    const { id } = await city.file(token, told);
    const { body: report } = await city.service.http.get<ReportView>(`/v1/reports/${id}`, { token });
    expect(report).toMatchObject({
      id,
      category: 'flood',
      description: body.description,
      pin,
      landmark: 'Depan pasar',
      seenAs: 'reporter',
      observedAt: '2026-11-22T03:00:00.000Z',
      visibility: 'public',
      channel: 'app',
      photos: [],
    });
  });

  it('is private unless told otherwise', async () => {
    const { id } = await city.file(await city.citizen());
    const { status, body: problem } = await city.service.http.get<Problem>(`/v1/reports/${id}`);
    expect([status, problem.code]).toEqual([404, 'report_not_found']);
  });
});

describe('numbers', () => {
  it('are unique when fifty report at once on two instances on a day that nobody reported on yet', async () => {
    clock.advance(24 * 60 * 60 * 1000);
    const twin = await TestCity.start({ beside: city.service, providers }, []);
    const doors = [city.service.http, httpClient(twin.service.url)];
    const tokens = await Promise.all(Array.from({ length: 50 }, () => city.citizen()));
    const all = tokens.map((token, index) => doors[index % 2]!.post<FiledReportView>('/v1/reports', { token, body }));
    const numbers = (await Promise.all(all)).map((answer) => answer.body.number);
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.every((number) => /^JK261124\d{4}$/.test(number))).toBe(true);
    await twin.close();
  });

  it('begin anew each day and keep to their own day', async () => {
    const [before] = await city.service.sql<{ n: string }>(
      "SELECT min(number) AS n FROM report WHERE number LIKE 'JK261124%'",
    );
    clock.advance(24 * 60 * 60 * 1000);
    const { number } = await city.file(await city.citizen());
    expect(before?.n).toMatch(/^JK261124000\d$/);
    expect(number).toMatch(/^JK261125000\d$/);
  });
});

describe('an idempotency key', () => {
  it('files once however often the same is sent, and refuses another body', async () => {
    const token = await city.citizen();
    const headers = { 'idempotency-key': newId() };
    const send = (report: object) =>
      city.service.http.post<FiledReportView & Problem>('/v1/reports', { token, body: report, headers });
    const before = await reportsFiled();
    const [one, other] = await Promise.all([send(body), send(body)]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.body).toEqual(other.body);
    const changed = await send({ ...body, description: 'another' });
    expect([changed.status, changed.body.code]).toEqual([422, 'idempotency_key_reused']);
    expect(await reportsFiled()).toBe((before ?? 0n) + 1n);
  });
});

describe('a channel account', () => {
  const reference = { source: 'petabencana', id: 'c0ffee' };

  it('files a reference once for ever and is told what became of it', async () => {
    const filed = await city.file(await city.channel(), { reference });
    const again = { token: await city.channel(), body: { ...body, reference } };
    const answer = await city.service.http.post<Problem>('/v1/reports', again);
    expect([answer.status, answer.body.code]).toEqual([409, 'already_filed']);
    expect(answer.body.details).toEqual({ reportId: filed.id, number: filed.number });
    const rows = await city.service.sql('SELECT channel FROM report WHERE reference_id = $1', [reference.id]);
    expect(rows).toEqual([{ channel: 'petabencana' }]);
  });

  it('files a reference once when it is sent twice at the same time', async () => {
    const token = await city.channel();
    const race = { ...body, reference: { ...reference, id: 'race' } };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => city.service.http.post<Problem>('/v1/reports', { token, body: race })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('alone may give a reference', async () => {
    const answer = await tryToFile({ ...body, reference });
    expect([answer.status, answer.body.code]).toEqual([403, 'reference_not_allowed']);
  });
});

describe('bad input changes nothing and says what is wrong', () => {
  const refused: [string, object | string, number, string, string?][] = [
    ['a pin at the north pole', { ...body, pin: { lat: 90, long: 0 } }, 422, 'outside_service_area'],
    ['a pin in Bandung', { ...body, pin: { lat: -6.9175, long: 107.6191 } }, 422, 'outside_service_area'],
    ['a pin beyond the pole', { ...body, pin: { lat: 91, long: 0 } }, 400, 'validation_failed', '/pin/lat'],
    ['a pin of text', { ...body, pin: { lat: '1', long: 0 } }, 400, 'validation_failed', '/pin/lat'],
    ['no pin', { ...body, pin: undefined }, 400, 'validation_failed', '/pin'],
    ['a list for a pin', { ...body, pin: [] }, 400, 'validation_failed', '/pin'],
    ['an unknown category', { ...body, category: 'dragons' }, 422, 'unknown_category'],
    ['an unknown field', { ...body, reporter: newId() }, 400, 'validation_failed', '/reporter'],
    ['text with NUL', { ...body, description: 'a\0b' }, 400, 'validation_failed', '/description'],
    ['a blank description', { ...body, description: '  ' }, 400, 'validation_failed', '/description'],
    ['a long description', { ...body, description: 'x'.repeat(4001) }, 400, 'validation_failed', '/description'],
    ['null for a visibility', { ...body, visibility: null }, 400, 'validation_failed', '/visibility'],
    ['a moment without zone', { ...body, observedAt: '2026-11-22T10:00:00' }, 400, 'validation_failed', '/observedAt'],
    ['a moment that is none', { ...body, observedAt: '2026-13-45T10:00:00Z' }, 400, 'validation_failed', '/observedAt'],
    ['an observation in the future', { ...body, observedAt: '2027-01-01T00:00:00Z' }, 422, 'observed_in_future'],
    ['an unknown photo', { ...body, photoIds: [newId()] }, 422, 'photo_not_usable'],
    [
      'six photos',
      { ...body, photoIds: Array.from({ length: 6 }, () => newId()) },
      400,
      'validation_failed',
      '/photoIds',
    ],
    ['a 2 MB body', { ...body, description: 'x'.repeat(2_000_000) }, 413, 'body_too_large'],
    ['half a JSON', '{"category":', 400, 'malformed_json'],
  ];

  it.each(refused)('%s', async (...row) => {
    const [, report, status, code, pointer] = row;
    const before = await reportsFiled();
    const answer = await tryToFile(report, { 'content-type': 'application/json' });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    if (pointer !== undefined) expect(answer.body.errors?.map((fault) => fault.pointer)).toContain(pointer);
    expect(await reportsFiled()).toBe(before);
  });

  it('is not for officers', async () => {
    const token = await city.officer(water);
    expect((await city.service.http.post('/v1/reports', { token, body })).status).toBe(403);
    expect((await city.service.http.post('/v1/reports', { body })).status).toBe(401);
  });
});
