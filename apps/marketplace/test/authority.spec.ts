import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type ApiDocument, authorityMatrix, type AuthorityRow, routeGaps, verdictsOf } from '@jaki/testing';
import { application, freshNib, GAMBIR, qrisCode, TestMarket } from './market.js';

// Who gets what, written by hand. The business lies in Gambir. The columns:
//   nobody    no token                             owner     applied for it
//   other     another citizen                      gambir    officer of its kelurahan
//   self      officer of its kelurahan, who in private life is its owner
//   centre    officer of the city around it        cikini    officer of another kelurahan
//   agency    officer of an agency of the province bureau    validator competent there
//   registrar of the platform's operator           channel   account of a channel
// A list's `in` and `out`: 200, and the business is in it or not.
const matrix = authorityMatrix(`
route                              target    nobody owner other gambir self centre cikini agency bureau registrar channel
GET /v1/businesses                 submitted    out   out   out    out  out    out    out    out    out       out     out
GET /v1/businesses                 verified      in    in    in     in   in     in     in     in     in        in      in
GET /v1/businesses                 suspended    out   out   out    out  out    out    out    out    out       out     out
GET /v1/businesses/mine            submitted    401    in   out    403  403    403    403    403    403       403     403
GET /v1/businesses/queue           submitted    401   403   403     in   in     in    out    out    403       403     403
GET /v1/businesses/queue           verified     401   403   403    out  out    out    out    out    403       403     403

GET /v1/businesses/{id}            submitted    404   200   404    200  200    200    404    404    404       404     404
GET /v1/businesses/{id}            verified     200   200   200    200  200    200    200    200    200       200     200
GET /v1/businesses/{id}            suspended    404   200   404    200  200    200    404    404    404       404     404
GET /v1/businesses/{id}/history    submitted    401   200   404    200  200    200    404    404    403       403     403
GET /v1/businesses/{id}/history    verified     401   200   404    200  200    200    404    404    403       403     403

POST /v1/businesses                any          401   201   201    403  403    403    403    403    403       403     403
POST /v1/businesses/{id}/resubmit  returned     401   200   404    403  403    403    403    403    403       403     403
POST /v1/businesses/{id}/close     submitted    401   200   404    403  403    403    403    403    403       403     403
POST /v1/businesses/{id}/close     verified     401   200   403    403  403    403    403    403    403       403     403

POST /v1/businesses/{id}/qris      verified     401   200   403    403  403    403    403    403    403       403     403
GET /v1/businesses/{id}/qris       with-code    200   200   200    200  200    200    200    200    200       200     200
GET /v1/businesses/{id}/qris.svg   with-code    200   200   200    200  200    200    200    200    200       200     200
POST /v1/businesses/{id}/qris/check with-code   200   200   200    200  200    200    200    200    200       200     200

POST /v1/businesses/{id}/verify    submitted    401   403   403    200  403    200    404    404    403       403     403
POST /v1/businesses/{id}/return    submitted    401   403   403    200  403    200    404    404    403       403     403
POST /v1/businesses/{id}/refuse    submitted    401   403   403    200  403    200    404    404    403       403     403
POST /v1/businesses/{id}/suspend   verified     401   403   403    200  403    200    403    403    403       403     403
POST /v1/businesses/{id}/resume    suspended    401   403   403    200  403    200    404    404    403       403     403
`);

let market: TestMarket;
const tokens: Record<string, string | undefined> = {};
beforeAll(async () => {
  market = await TestMarket.start();
  const owner = newId();
  const member = (role: string, kind: string) =>
    market.service.token({ roles: [role], organisation: { id: newId(), kind, regions: ['31'] } });
  Object.assign(tokens, {
    owner: await market.citizen(owner),
    other: await market.citizen(),
    gambir: await market.officer(),
    self: await market.officer('kelurahan_office', [GAMBIR], owner),
    centre: await market.officer('city_administration', ['31.71']),
    cikini: await market.officer('kelurahan_office', ['31.71.06.1001']),
    agency: await market.officer('agency', ['31']),
    bureau: await member('validator', 'validator'),
    registrar: await member('registrar', 'operator'),
    channel: await market.service.token({ roles: ['channel'], channel: 'petabencana' }),
  });
});
afterAll(() => market.close());

const by = (caller: string): string => tokens[caller] ?? '';
const reason = { reason: 'alasan' };

/** How a business that was applied for comes to where a row wants it. */
const stages: Record<string, (id: string) => Promise<unknown>> = {
  submitted: () => Promise.resolve(),
  returned: (id) => market.take(id, 'return', by('gambir'), reason),
  verified: (id) => market.take(id, 'verify', by('gambir')),
  'with-code': async (id) => {
    await market.take(id, 'verify', by('gambir'));
    await market.take(id, 'qris', by('owner'), { code: qrisCode });
  },
  suspended: async (id) => {
    await market.take(id, 'verify', by('gambir'));
    await market.take(id, 'suspend', by('gambir'), reason);
  },
};

const queries: Record<string, string> = {
  // Oldest first: all of them.
  'GET /v1/businesses/queue': '?limit=100',
};

async function make({ target }: AuthorityRow): Promise<{ id: string }> {
  if (target === 'any') return { id: newId() };
  const { id } = await market.apply(by('owner'));
  await stages[target]?.(id);
  return { id };
}

function bodyOf(path: string): object {
  if (path.includes('qris')) return { code: qrisCode };
  if (/resubmit|businesses$/.test(path)) return { ...application, nib: freshNib() };
  return /return|refuse|suspend/.test(path) ? reason : {};
}

function ask({ route }: AuthorityRow, caller: string, { id }: { id: string }) {
  const [method, path = ''] = route.split(' ');
  const token = tokens[caller];
  const options = token === undefined ? {} : { token };
  const address = path.replace('{id}', id) + (queries[route] ?? '');
  if (method === 'GET') return market.service.http.get(address, options);
  return market.service.http.post(address, { ...options, body: bodyOf(path) });
}

describe('who may do what with which business', () => {
  it.each(matrix.map((row) => [`${row.route} ${row.target}`, row] as const))('%s', async (_, row) => {
    expect(await verdictsOf(row, { make, ask })).toEqual(row.verdicts);
  });

  it('is told of every route that there is, and of no other', async () => {
    const { body } = await market.service.http.get<ApiDocument>('/openapi.json');
    expect(routeGaps(matrix, body)).toEqual({ notInMatrix: [], notInDocument: [] });
  });
});
