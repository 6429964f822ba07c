import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type ApiDocument, authorityMatrix, type AuthorityRow, routeGaps, verdictsOf } from '@jaki/testing';
import { bureau, gambir, picture, pin, roads, TestCity, type TestOrganisation, water, waterCentral } from './city.js';

// Who gets what, written by hand. The report lies in Gambir and is the water agency's. The columns:
//   nobody    no token                             citizen   filed it, unless the channel did
//   other     another citizen                      gambir    officer of the kelurahan of the pin
//   cikini    officer of another kelurahan         water     officer of the agency that has it
//   roads     officer of another agency, who in private life is the citizen that filed it
//   central   officer of water's sub-agency        bureau    validator competent there
//   banten    validator competent elsewhere        inhouse   validator, but of the water agency itself
//   registrar of the platform's operator           channel   account of a channel, which filed channel-done
//   rival     account of another channel
// A list's `in` and `out`: 200, and the report is in it or not.
const matrix = authorityMatrix(`
route                            target               nobody citizen other gambir cikini water roads central bureau banten inhouse registrar channel rival
GET /v1/queue                    private-waiting         401     403   403     in    out    in   out     out    out    out     out       403     403   403
GET /v1/queue                    private-passed-on       401     403   403     in    out    in   out     out    out    out     out       403     403   403
GET /v1/queue                    private-dispatched      401     403   403    out    out   out   out      in    out    out     out       403     403   403
GET /v1/queue                    private-sub-works       401     403   403    out    out   out   out      in    out    out     out       403     403   403
GET /v1/queue                    private-claimed         401     403   403    out    out    in   out     out     in    out     out       403     403   403
GET /v1/reports/mine             private-waiting         401      in   out    403    403   403   403     403    403    403     403       403     out   out
GET /v1/reports/mine             channel-done            401     out   out    403    403   403   403     403    403    403     403       403      in   out

GET /v1/categories               any                     200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/rejection-reasons        any                     200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/reports/counts           public-waiting          200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/reports                  public-waiting           in      in    in     in     in    in    in      in     in     in      in        in      in    in
GET /v1/reports                  private-waiting         out     out   out    out    out   out   out     out    out    out     out       out     out   out
GET /v1/reports/map              public-waiting           in      in    in     in     in    in    in      in     in     in      in        in      in    in
GET /v1/reports/map              private-waiting         out     out   out    out    out   out   out     out    out    out     out       out     out   out

GET /v1/reports/{id}             public-waiting          200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/reports/{id}             private-waiting         404     200   404    200    404   200   404     404    404    404     404       404     404   404
GET /v1/reports/{id}             private-passed-on       404     200   404    200    404   200   404     404    404    404     404       404     404   404
GET /v1/reports/{id}             private-dispatched      404     200   404    200    404   200   404     200    404    404     404       404     404   404
GET /v1/reports/{id}             private-office-works    404     200   404    200    404   200   404     404    404    404     404       404     404   404
GET /v1/reports/{id}             private-claimed         404     200   404    200    404   200   404     404    200    404     200       404     404   404
GET /v1/reports/{id}             channel-done            404     404   404    200    404   200   404     404    200    404     200       404     200   404
GET /v1/reports/{id}/history     public-waiting          200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/reports/{id}/history     private-waiting         404     200   404    200    404   200   404     404    404    404     404       404     404   404
GET /v1/reports/{id}/history     private-claimed         404     200   404    200    404   200   404     404    200    404     200       404     404   404

GET /v1/photos/{id}              citizen-photo           404     200   404    404    404   404   404     404    404    404     404       404     404   404
GET /v1/photos/{id}              water-photo             404     404   404    404    404   200   404     404    404    404     404       404     404   404
GET /v1/photos/{id}              photo-of-public         200     200   200    200    200   200   200     200    200    200     200       200     200   200
GET /v1/photos/{id}              photo-of-private        404     200   404    200    404   200   404     404    404    404     404       404     404   404
GET /v1/photos/{id}              proof-of-private        404     200   404    200    404   200   404     404    200    404     200       404     404   404

POST /v1/photos                  any                     401     201   201    201    201   201   201     201    403    403     403       403     201   201
POST /v1/reports                 any                     401     201   201    403    403   403   403     403    403    403     403       403     201   201
POST /v1/reports                 with-citizen-photo      401     201   422    403    403   403   403     403    403    403     403       403     422   422
POST /v1/reports                 with-reference          401     403   403    403    403   403   403     403    403    403     403       403     201   201

POST /v1/reports/{id}/coordinate private-waiting         401     403   403    200    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/coordinate public-waiting          401     403   403    200    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/coordinate private-passed-on       401     403   403    200    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/dispatch   private-waiting         401     403   403    403    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/dispatch   public-waiting          401     403   403    403    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/dispatch   private-passed-on       401     403   403    403    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/reject     private-waiting         401     403   403    200    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/reject     public-waiting          401     403   403    200    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/reject     private-passed-on       401     403   403    200    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/start      private-waiting         401     403   403    200    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/start      public-waiting          401     403   403    200    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/start      private-passed-on       401     403   403    403    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/start      private-dispatched      401     403   403    403    404   403   404     200    403    403     403       403     403   403

POST /v1/reports/{id}/promise    private-works           401     403   403    403    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/promise    public-works            401     403   403    403    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/promise    private-sub-works       401     403   403    403    404   403   404     200    403    403     403       403     403   403
POST /v1/reports/{id}/promise    private-office-works    401     403   403    200    404   403   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/complete   private-works           401     403   403    403    404   200   404     404    403    403     403       403     403   403
POST /v1/reports/{id}/complete   public-works            401     403   403    403    403   200   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/complete   private-sub-works       401     403   403    403    404   403   404     200    403    403     403       403     403   403
POST /v1/reports/{id}/complete   private-office-works    401     403   403    200    404   403   404     404    403    403     403       403     403   403

POST /v1/reports/{id}/validate   private-claimed         401     403   403    403    403   403   403     403    200    404     403       403     403   403
POST /v1/reports/{id}/validate   public-claimed          401     403   403    403    403   403   403     403    200    403     403       403     403   403
POST /v1/reports/{id}/refuse     private-claimed         401     403   403    403    403   403   403     403    200    404     403       403     403   403
POST /v1/reports/{id}/refuse     public-claimed          401     403   403    403    403   403   403     403    200    403     403       403     403   403
POST /v1/reports/{id}/confirm    private-done            401     200   404    403    403   403   403     403    403    403     403       403     404   404
POST /v1/reports/{id}/confirm    public-done             401     200   403    403    403   403   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/confirm    channel-done            401     404   404    403    403   403   403     403    403    403     403       403     200   404
POST /v1/reports/{id}/dispute    private-done            401     200   404    403    403   403   403     403    403    403     403       403     404   404
POST /v1/reports/{id}/dispute    public-done             401     200   403    403    403   403   403     403    403    403     403       403     403   403
POST /v1/reports/{id}/dispute    channel-done            401     404   404    403    403   403   403     403    403    403     403       403     200   404
`);

const cikini: TestOrganisation = { ...gambir, id: newId<'organisation'>(), regions: ['31.71.06.1001'] };
const banten: TestOrganisation = { ...bureau, id: newId<'organisation'>(), regions: ['36'] };
const operator: TestOrganisation = { ...bureau, id: newId<'organisation'>(), kind: 'operator' };

let city: TestCity;
const tokens: Record<string, string | undefined> = {};
beforeAll(async () => {
  city = await TestCity.start();
  const citizen = newId();
  Object.assign(tokens, {
    citizen: await city.citizen(citizen),
    other: await city.citizen(),
    gambir: await city.officer(gambir),
    cikini: await city.officer(cikini),
    water: await city.officer(water),
    roads: await city.officer(roads, 'officer', citizen),
    central: await city.officer(waterCentral),
    bureau: await city.validator(),
    banten: await city.officer(banten, 'validator'),
    inhouse: await city.officer(water, 'validator'),
    registrar: await city.officer(operator, 'registrar'),
    channel: await city.channel(),
    rival: await city.service.token({ roles: ['channel'], channel: 'qlue' }),
  });
});
afterAll(() => city.close());

const by = (caller: string): string => tokens[caller] ?? '';
const take = (id: string, command: string, caller: string) => city.take(id, command, by(caller), stepBodies[command]);

const stepBodies: Record<string, object> = {
  coordinate: { agencyId: roads.id, note: 'jalan' },
  dispatch: { subAgencyId: waterCentral.id },
  reject: { reason: 'duplicate', text: 'sudah ada' },
  promise: { finishBy: '2100-01-01' },
  refuse: { reason: 'belum selesai' },
  dispute: { reason: 'belum selesai' },
};

/** How a newly filed report comes to where a row wants it, the shortest way. */
const stages: Record<string, (id: string) => Promise<unknown>> = {
  waiting: () => Promise.resolve(),
  'passed-on': (id) => city.take(id, 'coordinate', by('gambir'), { agencyId: water.id, note: 'saluran air' }),
  dispatched: (id) => take(id, 'dispatch', 'water'),
  works: (id) => take(id, 'start', 'water'),
  'office-works': (id) => take(id, 'start', 'gambir'),
  'sub-works': async (id) => {
    await stages['dispatched']?.(id);
    await take(id, 'start', 'central');
  },
  claimed: async (id) => {
    await stages['works']?.(id);
    await city.claim(id, by('water'));
  },
  done: async (id) => {
    await stages['claimed']?.(id);
    await take(id, 'validate', 'bureau');
  },
};
const workers: Record<string, string> = { works: 'water', 'sub-works': 'central', 'office-works': 'gambir' };

interface Target {
  readonly id: string;
  readonly body?: object;
}

/** `private-waiting`: a report of that visibility at that stage; `channel-done`: a private one that a channel filed. */
async function reportFor({ route, target }: AuthorityRow): Promise<Target> {
  const [kind = '', ...rest] = target.split('-');
  const stage = rest.join('-');
  const { id } = await city.file(by(kind === 'channel' ? 'channel' : 'citizen'), {
    visibility: kind === 'public' ? 'public' : 'private',
    category: stage === 'passed-on' ? 'road_damage' : 'flood',
  });
  await stages[stage]?.(id);
  const command = route.split('/').at(-1) ?? '';
  if (command !== 'complete') return { id, body: stepBodies[command] ?? {} };
  const worker = by(workers[stage] ?? '');
  return { id, body: { beforePhotoId: await city.photo(worker), afterPhotoId: await city.photo(worker) } };
}

const filing = { category: 'flood', description: 'Air setinggi lutut', pin };

async function photoOf(visibility: string): Promise<Target> {
  const id = await city.photo(by('citizen'));
  await city.file(by('citizen'), { visibility, photoIds: [id] });
  return { id };
}

/** Targets that are no report. */
const others: Record<string, () => Promise<Target> | Target> = {
  any: () => ({ id: newId(), body: filing }),
  'with-reference': () => ({ id: '', body: { ...filing, reference: { source: 'petabencana', id: newId() } } }),
  'with-citizen-photo': async () => ({ id: '', body: { ...filing, photoIds: [await city.photo(by('citizen'))] } }),
  'citizen-photo': async () => ({ id: await city.photo(by('citizen')) }),
  'water-photo': async () => ({ id: await city.photo(by('water')) }),
  'photo-of-public': () => photoOf('public'),
  'photo-of-private': () => photoOf('private'),
  'proof-of-private': async () => {
    const { id } = await reportFor({ route: '', target: 'private-claimed', verdicts: {} });
    const [photo] = await city.service.sql<Target>('SELECT id FROM photo WHERE report_id = $1', [id]);
    return photo!;
  },
};

const queries: Record<string, string> = {
  'GET /v1/reports/map': '?bbox=106.8,-6.2,106.9,-6.1',
  // Oldest first: all of them.
  'GET /v1/queue': '?limit=100',
};

async function ask({ route }: AuthorityRow, caller: string, { id, body }: Target) {
  const [method, path = ''] = route.split(' ');
  const token = tokens[caller];
  const options = token === undefined ? {} : { token };
  const address = path.replace('{id}', id) + (queries[route] ?? '');
  if (method === 'GET') return city.service.http.get(address, options);
  if (path !== '/v1/photos') return city.service.http.post(address, { ...options, body });
  const form = new FormData();
  form.set('photo', new Blob([await picture()], { type: 'image/jpeg' }), 'photo.jpg');
  return city.service.http.post(address, { ...options, body: form });
}

describe('who may do what with which report', () => {
  it.each(matrix.map((row) => [`${row.route} ${row.target}`, row] as const))('%s', async (_, row) => {
    const make = async () => others[row.target]?.() ?? (await reportFor(row));
    expect(await verdictsOf(row, { make, ask })).toEqual(row.verdicts);
  });

  it('is told of every route that there is, and of no other', async () => {
    const { body } = await city.service.http.get<ApiDocument>('/openapi.json');
    expect(routeGaps(matrix, body)).toEqual({ notInMatrix: [], notInDocument: [] });
  });
});
