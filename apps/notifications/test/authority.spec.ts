import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportCompletionClaimed, reportFiled, reportRouted } from '@jaki/contracts';
import { newId } from '@jaki/kernel';
import { type ApiDocument, authorityMatrix, type AuthorityRow, routeGaps, verdictsOf } from '@jaki/testing';
import { aReport, freshKelurahan, startNotifications } from './notifications.js';

// Who gets what, written by hand. `to-water` is a notice to the agency `water`. The columns:
//   nobody    no token                               citizen   a citizen         other   another one
//   water     officer of an agency                   roads     officer of another agency, in private life the citizen
//   bureau    validator                              banten    validator of another organisation
//   registrar of the platform's operator, who has no inbox
//   channel   account of a channel                   rival     account of another channel
// A list's `in` and `out`: 200, and the notice is in it or not.
const matrix = authorityMatrix(`
route                            target     nobody citizen other water roads bureau banten registrar channel rival
GET /v1/inbox                    to-citizen  401      in    out   out   out    out    out     403      out    out
GET /v1/inbox                    to-water    401     out    out    in   out    out    out     403      out    out
GET /v1/inbox                    to-bureau   401     out    out   out   out     in    out     403      out    out
GET /v1/inbox                    to-channel  401     out    out   out   out    out    out     403       in    out
GET /v1/inbox/unread-count       any         401     200    200   200   200    200    200     403      200    200

POST /v1/inbox/{noticeId}/read   to-citizen  401     204    404   404   404    404    404     403      404    404
POST /v1/inbox/{noticeId}/read   to-water    401     404    404   204   404    404    404     403      404    404
POST /v1/inbox/{noticeId}/read   to-bureau   401     404    404   404   404    204    404     403      404    404
POST /v1/inbox/{noticeId}/read   to-channel  401     404    404   404   404    404    404     403      204    404
POST /v1/inbox/read-up-to        any         401     204    204   204   204    204    204     403      204    204
`);

let notifications: Awaited<ReturnType<typeof startNotifications>>;
const tokens: Record<string, string> = {};
let seals: Record<string, string>;
let waterId: string;
beforeAll(async () => {
  notifications = await startNotifications();
  const { service, person, organisation, seal } = notifications;
  const [citizen, other, channel] = [await person(), await person(), newId()];
  const water = await organisation({ kind: 'agency', regions: ['31'] });
  const roads = await organisation({ kind: 'agency', regions: ['31'] });
  const bureau = await organisation({ kind: 'validator', regions: ['31'] });
  const banten = await organisation({ kind: 'validator', regions: ['36'] });
  for (const each of [water, roads, bureau, banten]) await each.arrive();
  const roadsOrganisation = { id: roads.id, kind: 'agency', regions: ['31'] };
  const operator = { id: newId(), kind: 'operator', regions: ['31'] };
  Object.assign(tokens, {
    citizen: citizen.token,
    other: other.token,
    water: water.token,
    bureau: bureau.token,
    banten: banten.token,
    roads: await service.token({ sub: citizen.id, roles: ['officer'], organisation: roadsOrganisation }),
    registrar: await service.token({ roles: ['registrar'], organisation: operator }),
    channel: await service.token({ sub: channel, roles: ['channel'], channel: 'petabencana' }),
    rival: await service.token({ roles: ['channel'], channel: 'qlue' }),
  });
  seals = { citizen: await seal(citizen.id), channel: await seal(channel) };
  waterId = water.id;
});
afterAll(() => notifications.service.close());

/** Sends a new notice to whom the target names. */
async function make({ target }: AuthorityRow): Promise<{ id: string }> {
  if (target === 'any') return { id: newId() };
  const to = target.replace('to-', '');
  const report = aReport(freshKelurahan(), seals[to]);
  const { service, inbox } = notifications;
  if (to === 'water') await service.deliver(reportRouted, report.routed(waterId), { sequence: 2 });
  else if (to === 'bureau') await service.deliver(reportCompletionClaimed, claimedOf(report), { sequence: 4 });
  else await service.deliver(reportFiled, report.filed, { sequence: 1 });
  const notice = (await inbox(tokens[to] ?? '')).find(({ reportId }) => reportId === report.reportId);
  return notice!;
}

const claimedOf = ({ filed: { reportId, region } }: ReturnType<typeof aReport>) => {
  const { recipient: _, ...sample } = reportCompletionClaimed.sample;
  return { ...sample, reportId, region, executor: waterId };
};

function ask({ route }: AuthorityRow, caller: string, { id }: { id: string }) {
  const [method, path = ''] = route.split(' ');
  const token = tokens[caller];
  const options = token === undefined ? {} : { token };
  const { http } = notifications.service;
  if (method === 'GET') return http.get(path, options);
  const body = path.endsWith('read-up-to') ? { sequence: 1 } : {};
  return http.post(path.replace('{noticeId}', id), { ...options, body });
}

describe('who may do what with whose notices', () => {
  it.each(matrix.map((row) => [`${row.route} ${row.target}`, row] as const))('%s', async (_, row) => {
    expect(await verdictsOf(row, { make, ask })).toEqual(row.verdicts);
  });

  it('is told of every route that there is, and of no other', async () => {
    const { body } = await notifications.service.http.get<ApiDocument>('/openapi.json');
    expect(routeGaps(matrix, body)).toEqual({ notInMatrix: [], notInDocument: [] });
  });
});
