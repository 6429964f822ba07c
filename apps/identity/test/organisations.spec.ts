import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { openCity } from '@jaki/regions';
import { eventually, type HttpAnswer } from '@jaki/testing';
import { seededId } from '../src/seed/data-set.js';
import { SeedDataSet } from '../src/seed/seed-data-set.js';
import { freshPhone, IDENTITY, type IdentityUnderTest, REPORTS, startIdentity } from './identity-under-test.js';

interface View {
  id: string;
  name: string;
  kind: string;
  version: number;
  code: string;
}

const OPERATOR = seededId('jakarta', 'operator');
const WATER = seededId('jakarta', 'dinas-sda');
const REGISTRAR = '+6281200000090';
const WATER_OFFICER = '+6281200000101';

let identity: IdentityUnderTest;
let registrar: string;
let citizen: string;
beforeAll(async () => {
  identity = await startIdentity();
  await identity.app.get(SeedDataSet).execute(openCity());
  registrar = (await identity.login(REGISTRAR, { resource: IDENTITY, organisation: OPERATOR })).access_token;
  citizen = (await identity.login(freshPhone(), { resource: IDENTITY })).access_token;
});
afterAll(() => identity.close());

const post = (path: string, body: unknown, token = registrar, headers = {}) =>
  identity.http.post<View>(`/v1/organisations${path}`, { body, token, headers });
const list = (query: string): Promise<HttpAnswer<{ items: View[] }>> => identity.http.get(`/v1/organisations${query}`);
const pumps = { name: 'Unit Pompa', kind: 'sub_agency', parentId: WATER, regions: ['31.72'], categories: ['flood'] };
const eventsOf = async (id: string) =>
  (await identity.published())
    .filter(({ subject }) => subject === id)
    .map(({ type, sequence, data }) => ({ type: type.replace('identity.organisation.', ''), sequence, data }));

describe('registering an organisation', () => {
  it('lists it and announces it with its whole state', async () => {
    const { status, body } = await post('', pumps);
    expect(status).toBe(201);
    const view = { id: body.id, ...pumps, version: 1 };
    expect((await identity.http.get(`/v1/organisations/${body.id}`)).body).toEqual(view);
    const { id: organisationId, version: _, ...state } = view;
    await eventually(async () => {
      expect(await eventsOf(body.id)).toEqual([
        { type: 'registered.v1', sequence: '1', data: { organisationId, ...state } },
      ]);
    });
  });

  it('is done once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'pumps-north' };
    const asked = { ...pumps, name: 'Unit Pompa Utara' };
    const [first, second] = [await post('', asked, registrar, headers), await post('', asked, registrar, headers)];
    expect([second.status, second.body.id]).toEqual([201, first.body.id]);
    const other = await post('', pumps, registrar, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    const [row] = await identity.sql<{ count: bigint }>('SELECT count(*) FROM organisation WHERE name = $1', [
      asked.name,
    ]);
    expect(row!.count).toBe(1n);
  });

  it.each([
    [{ ...pumps, parentId: seededId('jakarta', 'biro-pemerintahan') }, 422, 'parent_not_valid'],
    [{ ...pumps, parentId: '0199c1f0-0000-7000-8000-00000000dead' }, 404, 'organisation_not_found'],
    [{ ...pumps, regions: ['31.99'] }, 422, 'region_unknown'],
    [{ ...pumps, kind: 'ministry' }, 400, 'validation_failed'],
    [{ ...pumps, regions: ['Jakarta Pusat'] }, 400, 'validation_failed'],
    [{ ...pumps, name: 'a\0b' }, 400, 'validation_failed'],
    [{ ...pumps, boss: 'me' }, 400, 'validation_failed'],
  ])('refuses %j', async (body, status, code) => {
    const answer = await post('', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('changing an organisation', () => {
  it('announces each change once, in order and with its whole state', async () => {
    const { id } = (await post('', { ...pumps, name: 'Unit Pompa Barat' })).body;
    for (const name of ['Pompa A', 'Pompa A', 'Pompa B']) {
      expect((await post(`/${id}/change`, { name })).status).toBe(204);
    }
    await eventually(async () => {
      const seen = (await eventsOf(id)).map(({ type, sequence, data }) => [type, sequence, (data as View).name]);
      expect(seen).toEqual([
        ['registered.v1', '1', 'Unit Pompa Barat'],
        ['changed.v1', '2', 'Pompa A'],
        ['changed.v1', '3', 'Pompa B'],
      ]);
    });
    const { body } = await identity.http.get<View>(`/v1/organisations/${id}`);
    expect(body).toMatchObject({ name: 'Pompa B', version: 3, regions: ['31.72'], categories: ['flood'] });
  });

  it('is changed once for one Idempotency-Key, also when it was changed again before the key came back', async () => {
    const { id } = (await post('', { ...pumps, name: 'Pompa sekali' })).body;
    const headers = { 'idempotency-key': 'once-renamed' };
    const rename = () => post(`/${id}/change`, { name: 'Pompa pertama' }, registrar, headers);
    expect((await rename()).status).toBe(204);
    expect((await post(`/${id}/change`, { name: 'Pompa kedua' })).status).toBe(204);
    expect((await rename()).status).toBe(204);
    const { body } = await identity.http.get<View>(`/v1/organisations/${id}`);
    expect(body).toMatchObject({ name: 'Pompa kedua', version: 3 });
  });

  it('keeps one sequence when many change it at once', async () => {
    const { id } = (await post('', { ...pumps, name: 'Unit Pompa Timur' })).body;
    const names = Array.from({ length: 8 }, (_, index) => `Pompa ${index}`);
    await Promise.all(names.map((name) => post(`/${id}/change`, { name })));
    await eventually(async () => {
      expect((await eventsOf(id)).map(({ sequence }) => Number(sequence))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
  });

  it('of one that is not there is 404', async () => {
    const { status, body } = await post('/0199c1f0-0000-7000-8000-00000000dead/change', { name: 'x' });
    expect([status, body.code]).toEqual([404, 'organisation_not_found']);
    expect((await post('/not-an-id/change', { name: 'x' })).status).toBe(400);
  });
});

describe('the register of organisations', () => {
  it('is public and finds who is competent somewhere for something', async () => {
    const found = (await list('?region=31.71.01.1001&category=flood')).body.items.map(({ name }) => name);
    expect(found.sort()).toEqual(['Dinas Sumber Daya Air', 'Suku Dinas Sumber Daya Air Jakarta Pusat']);
    const offices = (await list('?kind=kelurahan_office&region=31.71.01.1001')).body.items;
    expect(offices.map(({ name }) => name)).toEqual(['Kantor Kelurahan Gambir']);
  });

  it('is read page by page, each organisation once', async () => {
    const seen: string[] = [];
    let next: string | undefined = '?kind=kelurahan_office&limit=100';
    for (let pages = 0; next !== undefined && pages < 10; pages++) {
      const { body, headers } = await list(next);
      seen.push(...body.items.map(({ id }) => id));
      next = /<[^?]*(\?[^>]*)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect([seen.length, new Set(seen).size]).toEqual([267, 267]);
  });

  it('does not know a made-up cursor', async () => {
    const { status, body } = await identity.http.get<View>('/v1/organisations?cursor=abc');
    expect([status, body.code]).toEqual([400, 'unknown_cursor']);
  });
});

describe('acting for an organisation', () => {
  const organisation = WATER;

  it('puts the roles and the organisation into the token', async () => {
    const { access_token } = await identity.login(WATER_OFFICER, { organisation });
    expect(decodeJwt(access_token)).toMatchObject({
      aud: REPORTS,
      roles: ['officer'],
      organisation: { id: WATER, kind: 'agency', regions: ['31'] },
    });
  });

  it('names the agency above, and the region that a member is held to', async () => {
    const phone = freshPhone();
    const unit = seededId('jakarta', 'sudin-sda-pusat');
    const member = { phone, roles: ['officer'], region: '31.71.01' };
    expect(await post(`/${unit}/members`, member)).toMatchObject({ status: 201 });
    const { access_token } = await identity.login(phone, { organisation: unit });
    expect(decodeJwt(access_token)['organisation']).toEqual({
      id: unit,
      kind: 'sub_agency',
      regions: ['31.71.01'],
      parent: WATER,
    });
  });

  it('is refused to who is no member, without using up the refresh token', async () => {
    const { refresh_token } = await identity.login(freshPhone());
    for (const asked of [WATER, '0199c1f0-0000-7000-8000-00000000dead']) {
      const refused = await identity.refresh(refresh_token, { organisation: asked });
      expect(refused).toMatchObject({ status: 400, body: { error: 'access_denied' } });
    }
    expect((await identity.refresh(refresh_token, { organisation: 'x' })).body.error).toBe('invalid_request');
    const answer = await identity.refresh(refresh_token);
    expect(answer.status).toBe(200);
    expect(decodeJwt(answer.body.access_token)).not.toHaveProperty('roles');
  });

  it('is checked at each request: a membership that ended or changed counts at once', async () => {
    const phone = freshPhone();
    await post(`/${WATER}/members`, { phone, roles: ['officer'] });
    const first = await identity.login(phone, { organisation });
    await post(`/${WATER}/members`, { phone, roles: ['officer'], region: '31.75' });
    const second = await identity.refresh(first.refresh_token, { organisation });
    expect(decodeJwt(second.body.access_token)['organisation']).toMatchObject({ regions: ['31.75'] });
    expect((await post(`/${WATER}/members/remove`, { phone })).status).toBe(204);
    const third = await identity.refresh(second.body.refresh_token, { organisation });
    expect(third).toMatchObject({ status: 400, body: { error: 'access_denied' } });
  });

  it('is offered to the person to choose from', async () => {
    const { access_token } = await identity.login('+6281200000104', { resource: IDENTITY });
    const { body } = await identity.http.get<{ memberships: unknown }>('/v1/me', { token: access_token });
    const bureau = { id: seededId('jakarta', 'biro-pemerintahan'), name: 'Biro Pemerintahan', kind: 'validator' };
    expect(body.memberships).toEqual([{ organisation: bureau, roles: ['validator'], regions: ['31'] }]);
  });
});

describe('members', () => {
  it('are added and removed once for one Idempotency-Key, so that a late repeat undoes nothing', async () => {
    const phone = freshPhone();
    const add = () => post(`/${WATER}/members`, { phone, roles: ['officer'] }, registrar, { 'idempotency-key': 'add' });
    const remove = () => post(`/${WATER}/members/remove`, { phone }, registrar, { 'idempotency-key': 'remove' });
    const memberships = async () => {
      const { access_token: token } = await identity.login(phone, { resource: IDENTITY });
      return (await identity.http.get<{ memberships: unknown[] }>('/v1/me', { token })).body.memberships;
    };
    const first = await add();
    await post(`/${WATER}/members`, { phone, roles: ['officer'], region: '31.75' });
    expect((await add()).body).toEqual(first.body);
    expect((await remove()).status).toBe(204);
    await post(`/${WATER}/members`, { phone, roles: ['officer'] });
    const again = await remove();
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([204, 'true']);
    expect(await memberships()).toHaveLength(1);
  });

  it.each([
    [{ phone: '+6281200000777', roles: ['validator'] }, 'role_not_for_kind'],
    [{ phone: '+6281200000777', roles: ['officer'], region: '32' }, 'region_not_of_organisation'],
    [{ phone: '12', roles: ['officer'] }, 'phone_not_valid'],
    [{ phone: '+6281200000777', roles: [] }, 'validation_failed'],
  ])('are refused: %j', async (member, code) => {
    expect((await post(`/${WATER}/members`, member)).body.code).toBe(code);
  });
});

describe('only a registrar', () => {
  it.each([
    ['', pumps],
    [`/${WATER}/change`, { name: 'Mine' }],
    [`/${WATER}/members`, { phone: '+6281200000777', roles: ['officer'] }],
    [`/${WATER}/members/remove`, { phone: WATER_OFFICER }],
  ])('may POST /v1/organisations%s', async (path, body) => {
    const officer = await identity.login(freshPhone(), { resource: IDENTITY });
    expect((await post(path, body, citizen)).status).toBe(403);
    expect((await post(path, body, officer.access_token)).status).toBe(403);
    expect((await identity.http.post(`/v1/organisations${path}`, { body })).status).toBe(401);
  });

  it('who acts for the operator, not one who only could', async () => {
    identity.clock.advance(31_000);
    const { access_token } = await identity.login(REGISTRAR, { resource: IDENTITY });
    expect((await post(`/${WATER}/change`, { name: 'Mine' }, access_token)).status).toBe(403);
  });
});
