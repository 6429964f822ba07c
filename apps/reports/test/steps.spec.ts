import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { eventually } from '@jaki/testing';
import { type HistoryView, type ReportView } from '../src/reading/queries/views.dto.js';
import { type State, states } from '../src/report/domain/states.js';
import { type Command, life } from '../src/report/domain/workflow.js';
import { bureau, gambir, roads, TestCity, type TestOrganisation, water, waterCentral } from './city.js';

let city: TestCity;
const tokens: Record<string, string> = {};
const reporter = newId<'person'>();
beforeAll(async () => {
  city = await TestCity.start();
  tokens['reporter'] = await city.citizen(reporter);
  for (const [name, of] of Object.entries({ water, roads, waterCentral, gambir }))
    tokens[name] = await city.officer(of);
  tokens['validator'] = await city.validator();
});
afterAll(() => city.close());

const by = (name: string) => tokens[name] ?? '';
const view = async (id: string, token: string) =>
  (await city.service.http.get<ReportView>(`/v1/reports/${id}`, { token })).body;
const historyOf = async (id: string, token?: string) =>
  (await city.service.http.get<HistoryView>(`/v1/reports/${id}/history`, token === undefined ? {} : { token })).body
    .items;

/** Brings a new report of the reporter to a state, the shortest way. */
async function reportIn(state: State, visibility = 'private'): Promise<string> {
  const { id } = await city.file(by('reporter'), { visibility });
  const start = () => city.take(id, 'start', by('water'));
  const claim = async () => {
    await start();
    await city.claim(id, by('water'));
  };
  const done = async () => {
    await claim();
    await city.take(id, 'validate', by('validator'));
  };
  const ways: Record<State, () => Promise<unknown>> = {
    waiting: () => Promise.resolve(),
    coordinating: () => city.take(id, 'coordinate', by('gambir'), { agencyId: roads.id, note: 'jalan' }),
    dispatched: () => city.take(id, 'dispatch', by('water'), { subAgencyId: waterCentral.id }),
    in_progress: start,
    awaiting_validation: claim,
    done,
    closed: async () => {
      await done();
      await city.take(id, 'confirm', by('reporter'));
    },
    rejected: () => city.take(id, 'reject', by('gambir'), { reason: 'duplicate', text: 'sudah ada' }),
  };
  await ways[state]();
  return id;
}

describe('a report on its way', () => {
  it('is passed on, dispatched, worked on, refused, repeated, disputed, repeated and confirmed', async () => {
    const { id } = await city.file(by('reporter'), { category: 'road_damage', visibility: 'public' });
    const states = [
      await city.take(id, 'coordinate', by('roads'), { agencyId: water.id, note: 'saluran air' }),
      await city.take(id, 'dispatch', by('water'), { subAgencyId: waterCentral.id }),
      await city.take(id, 'start', by('waterCentral')),
      await city.take(id, 'promise', by('waterCentral'), { finishBy: '2100-01-01' }),
    ];
    await city.claim(id, by('waterCentral'));
    states.push(await city.take(id, 'refuse', by('validator'), { reason: 'masih tergenang' }));
    expect((await view(id, by('waterCentral'))).rework).toBe('refused');
    await city.claim(id, by('waterCentral'));
    states.push(await city.take(id, 'validate', by('validator')));
    states.push(await city.take(id, 'dispute', by('reporter'), { reason: 'belum kering' }));
    await city.claim(id, by('waterCentral'));
    states.push(await city.take(id, 'validate', by('validator'), { note: 'baik' }));
    states.push(await city.take(id, 'confirm', by('reporter')));
    expect(states.join()).toBe(
      'coordinating,dispatched,in_progress,in_progress,in_progress,done,in_progress,done,closed',
    );

    const kinds =
      'filed,routed,coordinated,routed,dispatched,work_started,finish_promised,completion_claimed,completion_refused,completion_claimed,validated,disputed,completion_claimed,validated,confirmed';
    await eventually(async () => {
      const events = (await city.service.published()).filter(({ subject }) => subject === id);
      expect(events.map(({ type }) => type)).toEqual(kinds.split(',').map((kind) => `reports.report.${kind}.v1`));
      expect(events.map(({ sequence }) => sequence)).toEqual(kinds.split(',').map((_, index) => String(index + 1)));
      expect(JSON.stringify(events)).not.toMatch(/saluran|tergenang|kering|baik/);
    });

    const steps = await historyOf(id, by('reporter'));
    expect(steps.map(({ type }) => type).join()).toBe(kinds);
    expect(steps.filter(({ note }) => note !== null).map(({ note }) => note)).toEqual([
      'saluran air',
      'masih tergenang',
      'belum kering',
      'baik',
    ]);
    expect(steps[4]).toMatchObject({ organisationId: water.id, organisationName: `agency ${water.id.slice(-4)}` });
    expect((await historyOf(id)).every(({ note }) => note === null)).toBe(true);
  });

  it('shows the proof of its last claim with its photos', async () => {
    const id = await reportIn('awaiting_validation');
    const { photos, seenAs } = await view(id, by('validator'));
    expect([seenAs, ...photos.map(({ purpose }) => purpose).sort()]).toEqual(['involved', 'after', 'before']);
    expect((await city.service.http.get(`/v1/photos/${photos[0]?.id ?? ''}`, { token: by('reporter') })).status).toBe(
      200,
    );
  });
});

const bodies: Record<Exclude<Command, 'file'>, () => Promise<object> | object> = {
  coordinate: () => ({ agencyId: roads.id, note: 'jalan' }),
  dispatch: () => ({ subAgencyId: waterCentral.id }),
  start: () => ({}),
  promise: () => ({ finishBy: '2100-01-01' }),
  complete: async () => ({ beforePhotoId: await city.photo(by('water')), afterPhotoId: await city.photo(by('water')) }),
  validate: () => ({}),
  refuse: () => ({ reason: 'belum selesai' }),
  confirm: () => ({}),
  dispute: () => ({ reason: 'belum selesai' }),
  reject: () => ({ reason: 'duplicate', text: 'sudah ada' }),
};
const actorOf = (command: Command) => {
  const [who] = life.stepOf(command).who;
  return who === 'reporter' ? 'reporter' : who === 'other_validator' ? 'validator' : 'water';
};

describe('each illegal transition over HTTP', () => {
  const commands = life.table.steps.map(({ command }) => command).filter((command) => command !== 'file');

  it.each(Object.keys(states) as State[])('of a report that is %s is refused and changes nothing', async (state) => {
    const id = await reportIn(state, 'public');
    const before = await city.service.sql('SELECT version, state FROM report WHERE id = $1', [id]);
    for (const command of commands.filter((each) => !life.stepOf(each).from.includes(state))) {
      const answer = await city.step(id, command, by(actorOf(command)), await bodies[command]());
      expect([command, answer.status, answer.body.code]).toEqual([command, 409, 'illegal_transition']);
      expect(answer.body.details).toEqual({ state, command });
    }
    expect(await city.service.sql('SELECT version, state FROM report WHERE id = $1', [id])).toEqual(before);
  });
});

describe('who may not', () => {
  const refusal = async (command: Exclude<Command, 'file'>, state: State, token: string, visibility = 'public') => {
    const answer = await city.step(await reportIn(state, visibility), command, token, await bodies[command]());
    return [answer.status, answer.body.code];
  };

  it('learns of a private report that it does not exist', async () => {
    const stranger = await city.citizen();
    expect(await refusal('confirm', 'done', stranger, 'private')).toEqual([404, 'report_not_found']);
    expect(await refusal('start', 'waiting', by('roads'), 'private')).toEqual([404, 'report_not_found']);
    expect((await city.step(newId(), 'start', by('roads'))).status).toBe(404);
  });

  it('is told why for a public one', async () => {
    expect(await refusal('confirm', 'done', await city.citizen())).toEqual([403, 'not_the_reporter']);
    expect(await refusal('start', 'waiting', by('roads'))).toEqual([403, 'not_the_holder']);
    expect(await refusal('start', 'waiting', await city.citizen())).toEqual([403, 'forbidden']);
    const elsewhere = { ...bureau, regions: ['32'] };
    expect(await refusal('validate', 'awaiting_validation', await city.officer(elsewhere, 'validator'))).toEqual([
      403,
      'not_the_validator',
    ]);
  });

  it('is an organisation that judges its own work', async () => {
    const both: TestOrganisation = { ...water, kind: 'agency' };
    const token = await city.officer(both, 'validator');
    expect(await refusal('validate', 'awaiting_validation', token)).toEqual([403, 'not_the_validator']);
  });

  it('is the agency that instructs what is not its own', async () => {
    const id = await reportIn('waiting');
    const answer = await city.step(id, 'dispatch', by('water'), { subAgencyId: gambir.id });
    expect([answer.status, answer.body.code]).toEqual([422, 'not_its_sub_agency']);
  });

  it('is who gives an unknown reason or a day that is past', async () => {
    const reason = { reason: 'no_wish', text: 'x' };
    expect((await city.step(await reportIn('waiting'), 'reject', by('gambir'), reason)).body.code).toBe(
      'unknown_reason',
    );
    const working = await reportIn('in_progress');
    expect((await city.step(working, 'promise', by('water'), { finishBy: '2026-01-01' })).body.code).toBe(
      'not_in_future',
    );
    expect((await city.step(working, 'promise', by('water'), { finishBy: '2100-02-30' })).status).toBe(400);
  });
});

describe('an idempotency key', () => {
  it('lets a step be repeated without being taken twice', async () => {
    const id = await reportIn('waiting');
    const options = { token: by('water'), headers: { 'idempotency-key': newId() }, body: {} };
    const start = () => city.service.http.post(`/v1/reports/${id}/start`, options);
    const [first, second] = [await start(), await start()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect((await historyOf(id, by('water'))).filter(({ type }) => type === 'work_started')).toHaveLength(1);
  });
});

describe('an idempotency key of one person in two agencies', () => {
  it('shows neither what the other was answered', async () => {
    const [{ id }, sub] = [await city.file(await city.citizen(), { visibility: 'private' }), newId()];
    const start = async (agency: TestOrganisation) => {
      const options = {
        token: await city.officer(agency, 'officer', sub),
        headers: { 'idempotency-key': id },
        body: {},
      };
      const { status, body } = await city.service.http.post<{ code?: string }>(`/v1/reports/${id}/start`, options);
      return [status, body.code];
    };
    expect(await start(water)).toEqual([200, undefined]);
    expect(await start(roads)).toEqual([404, 'report_not_found']);
    expect(await start(water)).toEqual([200, undefined]);
  });
});

describe('two officers at once', () => {
  it('do not both start the work', async () => {
    const id = await reportIn('waiting');
    const answers = await Promise.all([city.step(id, 'start', by('water')), city.step(id, 'start', by('gambir'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('officers', () => {
  it('never see who reported, in no view, queue or history', async () => {
    const id = await reportIn('done', 'public');
    const paths = [`/v1/reports/${id}`, `/v1/reports/${id}/history`, '/v1/queue', '/v1/reports'];
    for (const token of [by('water'), by('gambir'), by('validator'), undefined]) {
      for (const path of paths.filter((each) => token !== undefined || each !== '/v1/queue')) {
        const { status, body } = await city.service.http.get<object>(path, token === undefined ? {} : { token });
        expect(status).toBe(200);
        expect(JSON.stringify(body)).not.toMatch(new RegExp(`${reporter}|eyJh`));
      }
    }
  });
});
