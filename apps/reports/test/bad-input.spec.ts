import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type RequestOptions, type TokenOptions } from '@jaki/testing';
import { gambir, picture, pin, roads, TestCity, water } from './city.js';

// What filing.spec, photos.spec, lists.spec and steps.spec do not refuse yet. Each answer is a problem with a stable
// code, and the service is byte for byte as before.
let city: TestCity;
const tokens: Record<string, string> = {};
const ids: Record<string, string> = {};
beforeAll(async () => {
  city = await TestCity.start();
  tokens['citizen'] = await city.citizen();
  tokens['other'] = await city.citizen();
  tokens['channel'] = await city.channel();
  tokens['water'] = await city.officer(water);
  tokens['gambir'] = await city.officer(gambir);
  tokens['validator'] = await city.validator();
  ids['unused'] = await city.photo(by('other'));
  ids['official'] = await city.photo(by('water'));
  ids['used'] = await city.photo(by('citizen'));
  ids['waiting'] = (await city.file(by('citizen'), { photoIds: [ids['used']] })).id;
  ids['public'] = (await city.file(by('citizen'), { visibility: 'public' })).id;
  ids['worked'] = (await city.file(by('citizen'))).id;
  await city.take(ids['worked'], 'start', by('water'));
  ids['done'] = (await city.file(by('citizen'))).id;
  await city.take(ids['done'], 'start', by('water'));
  await city.claim(ids['done'], by('water'));
  await city.take(ids['done'], 'validate', by('validator'));
});
afterAll(() => city.close());

const by = (name: string) => tokens[name] ?? '';
const json = { 'content-type': 'application/json' };
const report = { category: 'flood', description: 'Air setinggi lutut', pin };

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string }[];
}

/** All that a request could have changed. The outbox empties itself, but its counter never goes back. */
async function everything() {
  const digest = (table: string) =>
    `(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), 'none') FROM ${table} t)`;
  const tables = ['report', 'report_history', 'photo', 'platform.idempotency_key'].map(digest);
  const query = `SELECT ARRAY[${tables.join()}] AS tables, last_value AS announced FROM messaging.outbox_id_seq`;
  return { rows: await city.service.sql(query), files: await readdir(city.photosDir, { recursive: true }) };
}

type Refusal = readonly [status: number, code: string, pointer?: string];

async function isRefused(method: 'get' | 'post', path: string, request: RequestOptions, expected: Refusal) {
  const [status, code, pointer] = expected;
  const before = await everything();
  const answer = await city.service.http[method]<Problem>(path, request);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    type: `urn:jaki:problem:${code}`,
    status,
    code,
    instance: path.split('?')[0],
    correlationId: expect.any(String),
  });
  expect(answer.status).toBe(status);
  if (pointer !== undefined) expect(answer.body.errors?.map((fault) => fault.pointer)).toContain(pointer);
  expect(await everything()).toEqual(before);
}

const invalid = (...pointer: [] | [string]): Refusal => [400, 'validation_failed', ...pointer];

describe('a filing is refused', () => {
  const big = { ...report, description: 'x'.repeat(10_000_000) };
  const deep = `${'{"description":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  const infinite = JSON.stringify({ ...report, pin: 'PIN' }).replace('"PIN"', '{"lat":1e400,"long":0}');

  it.each<[string, object | string, Refusal]>([
    ['without a body', '', invalid('/category')],
    ['that is null', 'null', invalid('/category')],
    ['that is a list', [report], invalid('')],
    ['of 10 MB', big, [413, 'body_too_large']],
    ['nested without end', deep, invalid('')],
    ['in JSON with a comma too many', '{"category":"flood",}', [400, 'malformed_json']],
    ['in UTF-16', Buffer.from(JSON.stringify(report), 'utf16le'), [400, 'malformed_json']],
    ['with an unknown field in its pin', { ...report, pin: { ...pin, altitude: 8 } }, invalid('/pin/altitude')],
    ['with its pin at NaN', { ...report, pin: { lat: 'NaN', long: 106.8 } }, invalid('/pin/lat')],
    ['with its pin at infinity', infinite, invalid('/pin/lat')],
    ['with its pin around the world', { ...report, pin: { lat: -6.1767, long: 466.8263 } }, invalid('/pin/long')],
    [
      'with its pin a hair from Greenwich',
      { ...report, pin: { lat: 1e-7, long: -1e-9 } },
      [422, 'outside_service_area'],
    ],
    ['with its pin on the south pole', { ...report, pin: { lat: -90, long: 0 } }, [422, 'outside_service_area']],
    ['with a number for a category', { ...report, category: 7 }, invalid('/category')],
    ['with a list for a description', { ...report, description: ['air'] }, invalid('/description')],
    ['with an object for a landmark', { ...report, landmark: {} }, invalid('/landmark')],
    ['with a list for a visibility', { ...report, visibility: ['public'] }, invalid('/visibility')],
    ['with NUL in its landmark', { ...report, landmark: 'pasar\0' }, invalid('/landmark')],
    ['with nothing for a moment', { ...report, observedAt: null }, invalid('/observedAt')],
    ['seen on February 30th', { ...report, observedAt: '2026-02-30T10:00:00Z' }, invalid('/observedAt')],
    ['seen at 24 o’clock', { ...report, observedAt: '2026-02-10T24:00:00Z' }, invalid('/observedAt')],
    ['with an id that is none for a photo', { ...report, photoIds: ['1'] }, invalid('/photoIds')],
    ['with an object for photos', { ...report, photoIds: { length: 1 } }, invalid('/photoIds')],
  ])('%s', async (_, body, expected) => {
    await isRefused('post', '/v1/reports', { token: by('citizen'), body, headers: json }, expected);
  });

  it.each<[string, () => object, Refusal]>([
    ['used before', () => ({ photoIds: [ids['used']] }), [422, 'photo_not_usable']],
    ["another's", () => ({ photoIds: [ids['unused']] }), [422, 'photo_not_usable']],
    ["an organisation's", () => ({ photoIds: [ids['official']] }), [422, 'photo_not_usable']],
    ['named twice', () => ({ photoIds: [ids['unused'], ids['unused']] }), invalid('/photoIds')],
  ])('with a photo that is %s', async (_, photos, expected) => {
    await isRefused('post', '/v1/reports', { token: by('citizen'), body: { ...report, ...photos() } }, expected);
  });

  it.each<[string, unknown, Refusal]>([
    ['that is null', null, invalid('/reference')],
    ['that is a list', [], invalid('/reference')],
    ['without id', { source: 'petabencana' }, invalid('/reference/id')],
    ['with more in it', { source: 'petabencana', id: 'a', url: 'b' }, invalid('/reference/url')],
    ['with NUL', { source: 'petabencana', id: 'a\0' }, invalid('/reference/id')],
  ])('with a reference %s', async (_, reference, expected) => {
    await isRefused('post', '/v1/reports', { token: by('channel'), body: { ...report, reference } }, expected);
  });

  it('with a key that stood for another, or that is none', async () => {
    const once = (key: string, body: object) => ({ token: by('citizen'), body, headers: { 'idempotency-key': key } });
    const { status } = await city.service.http.post('/v1/reports', once('k', report));
    expect(status).toBe(201);
    await isRefused('post', '/v1/reports', once('k', { ...report, visibility: 'public' }), [
      422,
      'idempotency_key_reused',
    ]);
    await isRefused('post', '/v1/reports', once('a b', report), invalid('/idempotency-key'));
  });
});

describe('a token is refused', () => {
  it.each<[string, TokenOptions & { audience?: string }, string]>([
    ['expired', { expiresIn: -60 }, 'token_expired'],
    ['for another service', { audience: 'urn:jaki:notifications' }, 'wrong_audience'],
    ['unsigned', { alg: 'none' }, 'unauthenticated'],
    ['signed with the public key as a secret', { alg: 'HS256' }, 'unauthenticated'],
    ['signed by a stranger', { foreignKey: true }, 'unauthenticated'],
    ['an id token', { typ: 'JWT' }, 'unauthenticated'],
  ])('that is %s, also where none is needed', async (_, { audience, ...options }, code) => {
    const token = await city.service.token(audience === undefined ? {} : { audience }, options);
    await isRefused('post', '/v1/reports', { token, body: report }, [401, code]);
    await isRefused('get', `/v1/reports/${ids['public'] ?? ''}`, { token }, [401, code]);
  });
});

describe('a step is refused', () => {
  const missing: [string, string, object, string][] = [
    ['water', 'coordinate', { agencyId: roads.id }, '/note'],
    ['water', 'coordinate', { agencyId: 'roads', note: 'jalan' }, '/agencyId'],
    ['water', 'dispatch', {}, '/subAgencyId'],
    ['water', 'reject', { reason: 'duplicate' }, '/text'],
    ['water', 'reject', { reason: ['duplicate'], text: 'x' }, '/reason'],
    ['water', 'start', { note: '' }, '/note'],
    ['water', 'start', { note: null }, '/note'],
    ['water', 'start', { note: 'a\0b' }, '/note'],
    ['water', 'start', { note: 'x'.repeat(2001) }, '/note'],
    ['water', 'start', { executor: roads.id }, '/executor'],
    ['water', 'promise', {}, '/finishBy'],
    ['water', 'promise', { finishBy: ['2100-01-01'] }, '/finishBy'],
    ['water', 'complete', { beforePhotoId: newId() }, '/afterPhotoId'],
    ['validator', 'refuse', {}, '/reason'],
    ['validator', 'validate', { reason: 'ok' }, '/reason'],
    ['citizen', 'dispute', { reason: ' ' }, '/reason'],
    ['citizen', 'confirm', { stars: 5 }, '/stars'],
  ];

  it.each(missing)('by %s: %s with %j', async (who, command, body, pointer) => {
    await isRefused(
      'post',
      `/v1/reports/${ids['waiting'] ?? ''}/${command}`,
      { token: by(who), body },
      invalid(pointer),
    );
  });

  const steps: [string, string, () => string, object, Refusal][] = [
    ["of another's report", 'confirm', () => ids['done'] ?? '', {}, [404, 'report_not_found']],
    ["of another's public report", 'dispute', () => ids['public'] ?? '', { reason: 'x' }, [409, 'illegal_transition']],
    ['of a report that there is not', 'confirm', () => newId(), {}, [404, 'report_not_found']],
    ['of an id that is none', 'confirm', () => '7', {}, invalid('/id')],
    [
      'of an id in capitals, which are read as small letters',
      'confirm',
      () => newId().toUpperCase(),
      {},
      [404, 'report_not_found'],
    ],
    ['of an id that is SQL', 'confirm', () => encodeURIComponent("' OR 1=1 --"), {}, invalid('/id')],
  ];

  it.each(steps)('%s', async (_, command, id, body, expected) => {
    await isRefused('post', `/v1/reports/${id()}/${command}`, { token: by('other'), body }, expected);
  });

  it('with photos that are no new ones of the executor', async () => {
    const own = await city.photo(by('water'));
    for (const foreign of [ids['used'], ids['unused'], newId()]) {
      const request = { token: by('water'), body: { beforePhotoId: own, afterPhotoId: foreign } };
      await isRefused('post', `/v1/reports/${ids['worked'] ?? ''}/complete`, request, [422, 'photo_not_usable']);
    }
  });

  it('to an agency that there is not', async () => {
    const body = { agencyId: newId(), note: 'jalan' };
    const path = `/v1/reports/${ids['waiting'] ?? ''}/coordinate`;
    await isRefused('post', path, { token: by('gambir'), body }, [422, 'not_another_agency']);
  });
});

describe('a question is refused', () => {
  it.each<[string, Refusal]>([
    ['/v1/reports?bbox=%20&bbox=%20&bbox=%20&bbox=%20', invalid('/bbox')],
    ['/v1/reports?region=31&region=32', invalid('/region')],
    ['/v1/reports?limit=1&limit=2', invalid('/limit')],
    ['/v1/reports/map?bbox=%20&bbox=%20&bbox=%20&bbox=%20', invalid('/bbox')],
    ['/v1/reports/map?bbox=106,-7,107,NaN', invalid('/bbox')],
    ['/v1/reports/counts?region=D-KI', invalid('/region')],
    ['/v1/reports/counts?reporter=me', invalid('/reporter')],
    ['/v1/reports/7', invalid('/id')],
    [`/v1/reports/${newId()}`, [404, 'report_not_found']],
    ['/v1/reports/7/history', invalid('/id')],
    [`/v1/reports/${newId()}/history`, [404, 'report_not_found']],
    ['/v1/photos/7', invalid('/id')],
    [`/v1/photos/${newId()}`, [404, 'photo_not_found']],
    ['/v1/reports/%00', invalid()],
    ['/v1/reports/%F0%28', [400, 'malformed_url']],
  ])('%s', async (path, expected) => {
    await isRefused('get', path, {}, expected);
  });

  const owned: [string, string][] = [
    ['citizen', '/v1/reports/mine'],
    ['water', '/v1/queue'],
  ];
  it.each(owned)('of %s: %s beyond its limits or from an unknown place', async (who, path) => {
    const token = by(who);
    for (const limit of ['0', '101', '1.5', '']) {
      await isRefused('get', `${path}?limit=${limit}`, { token }, invalid('/limit'));
    }
    const foreign = Buffer.from('{"sequence":"7"}').toString('base64url');
    for (const cursor of ['', 'nonsense', foreign]) {
      await isRefused('get', `${path}?cursor=${cursor}`, { token }, [400, 'unknown_cursor']);
    }
  });
});

describe('a form is refused', () => {
  const form = (type: string, body: string): RequestOptions => ({ body, headers: { 'content-type': type } });
  const field = new FormData();
  field.set('photo', 'not a file');
  const nothing = new FormData();
  nothing.set('photo', new Blob([], { type: 'image/jpeg' }), 'photo.jpg');
  const cut = '--b\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\nabc';

  it.each<[string, RequestOptions, Refusal]>([
    ['that is cut off', form('multipart/form-data; boundary=b', cut), [400, 'malformed_body']],
    ['without boundary', form('multipart/form-data', cut), [400, 'malformed_body']],
    ['with text for a file', { body: field }, [400, 'malformed_body']],
    ['without anything', form('multipart/form-data; boundary=b', ''), invalid('/photo')],
    ['with a file of 0 bytes', { body: nothing }, [415, 'not_a_photo']],
  ])('%s', async (_, request, expected) => {
    await isRefused('post', '/v1/photos', { ...request, token: by('citizen') }, expected);
  });

  it('that is a picture and no form', async () => {
    const request = { token: by('citizen'), body: await picture(), headers: { 'content-type': 'image/jpeg' } };
    await isRefused('post', '/v1/photos', request, [415, 'unsupported_media_type']);
  });
});

it('none of it is an error of ours', () => {
  expect(city.service.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
