import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { organisationChanged } from '@jaki/contracts';
import { newId, type OrganisationId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { type ReportView } from '../src/reading/queries/views.dto.js';
import { GAMBIR, gambir, TestCity, type TestOrganisation } from './city.js';

let city: TestCity;
beforeAll(async () => {
  city = await TestCity.start({}, [gambir]);
});
afterAll(() => city.close());

const agency = (category: string, regions: string[], id = newId<'organisation'>()): TestOrganisation => ({
  id,
  kind: 'agency',
  regions,
  categories: [category],
});
const agencyOf = async (id: string, token: string) =>
  (await city.service.http.get<ReportView>(`/v1/reports/${id}`, { token })).body.agencyId;

describe('a report that no agency is responsible for', () => {
  it('stays with its kelurahan, which may work on it itself', async () => {
    const token = await city.citizen();
    const { id, agencyId } = await city.file(token, { category: 'park' });
    expect(agencyId).toBeNull();
    expect(await city.take(id, 'start', await city.officer(gambir))).toBe('in_progress');
    expect((await city.service.sql('SELECT executor FROM report WHERE id = $1', [id]))[0]).toEqual({
      executor: gambir.id,
    });
  });

  it('comes into the queue of the agency that arrives late, with an event; one under work does not', async () => {
    const token = await city.citizen();
    const [first, second] = [
      await city.file(token, { category: 'waste' }),
      await city.file(token, { category: 'waste' }),
    ];
    const started = await city.file(token, { category: 'waste' });
    await city.take(started.id, 'start', await city.officer(gambir));
    const late = agency('waste', ['31.71']);
    await city.announce(late);
    expect([
      await agencyOf(first.id, token),
      await agencyOf(second.id, token),
      await agencyOf(started.id, token),
    ]).toEqual([late.id, late.id, null]);
    await eventually(async () => {
      const routed = (await city.service.published('reports.report.routed.v1')).filter(
        ({ subject }) => subject === first.id,
      );
      expect(routed).toEqual([
        expect.objectContaining({ sequence: '2', data: expect.objectContaining({ agency: late.id }) }),
      ]);
    });
    expect(await city.take(first.id, 'start', await city.officer(late))).toBe('in_progress');
  });

  it('is not missed when the agency arrives between its look for one and its commit', async () => {
    const waits = (condition: string) => async () => {
      expect(await city.service.sql(`SELECT 1 FROM pg_locks WHERE NOT granted AND ${condition}`)).not.toEqual([]);
    };
    const arrived = async (id: string) => {
      const known = await city.service.sql('SELECT 1 FROM organisation WHERE id = $1', [id]);
      if (known.length === 0) await waits("locktype = 'advisory'")();
    };
    const holdUp = new pg.Client({ connectionString: city.service.database });
    await holdUp.connect();
    await holdUp.query('BEGIN; LOCK TABLE report IN SHARE MODE');
    const filing = city.file(await city.citizen(), { category: 'fallen_tree' });
    await eventually(waits("relation = 'report'::regclass"));
    const late = agency('fallen_tree', ['31']);
    const arrival = city.announce(late);
    await eventually(() => arrived(late.id));
    await holdUp.query('COMMIT');
    await holdUp.end();
    const [{ id }] = await Promise.all([filing, arrival]);
    expect(await city.service.sql('SELECT agency FROM report WHERE id = $1', [id])).toEqual([{ agency: late.id }]);
  });

  it('is routed by the hundreds in one go', async () => {
    const { id } = await city.file(await city.citizen(), { category: 'street_light' });
    await city.service.sql(
      `INSERT INTO report SELECT (jsonb_populate_record(r, jsonb_build_object('id', uuidv7(), 'number', 'JK261122' || 10000 + n))).*
       FROM report r, generate_series(1, 1200) AS n WHERE r.id = $1`,
      [id],
    );
    await city.announce(agency('street_light', ['31']));
    const counts = await city.service.sql(
      `SELECT count(*) AS reports, count(agency) AS routed, min(version) AS version FROM report WHERE category = 'street_light'`,
    );
    expect(counts).toEqual([{ reports: 1201n, routed: 1201n, version: 2 }]);
  });
});

describe('routing', () => {
  it('prefers the most specific region, then the lowest id', async () => {
    const [low, high] = [newId<'organisation'>(), newId<'organisation'>()].sort() as [OrganisationId, OrganisationId];
    const token = await city.citizen();
    await city.announce(agency('illegal_parking', ['31', '32'], high));
    await city.announce(agency('illegal_parking', ['31'], low));
    expect((await city.file(token, { category: 'illegal_parking' })).agencyId).toBe(low);
    const local = agency('illegal_parking', ['32', GAMBIR]);
    await city.announce(local);
    expect((await city.file(token, { category: 'illegal_parking' })).agencyId).toBe(local.id);
  });

  it('knows only agencies, and only where they are competent', async () => {
    await city.announce({ ...agency('traffic_light', ['31']), kind: 'sub_agency' });
    await city.announce(agency('traffic_light', ['31.72']));
    expect((await city.file(await city.citizen(), { category: 'traffic_light' })).agencyId).toBeNull();
  });

  it('keeps the newest of what it is told, in whatever order it arrives', async () => {
    const moved = agency('drainage', ['31']);
    const data = {
      organisationId: moved.id,
      name: 'Dinas',
      kind: 'agency',
      regions: ['31.74'],
      categories: ['drainage'],
    };
    await city.service.deliver(organisationChanged, data, { sequence: 3 });
    await city.announce(moved, 1);
    await city.service.deliver(organisationChanged, { ...data, regions: ['31'] }, { sequence: 2 });
    const rows = await city.service.sql('SELECT version, regions FROM organisation WHERE id = $1', [moved.id]);
    expect(rows).toEqual([{ version: 3, regions: ['31.74'] }]);
    expect((await city.file(await city.citizen(), { category: 'drainage' })).agencyId).toBeNull();
  });
});
