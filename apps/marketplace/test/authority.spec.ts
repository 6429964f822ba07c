import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { type ApiDocument, authorityMatrix, type AuthorityRow, routeGaps, verdictsOf } from '@jaki/testing';
import { MarketplaceConfig } from '../src/config.js';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';
import { application, freshNib, GAMBIR, listing, qrisCode, TestMarket } from './market.js';

// Who gets what, written by hand. The business lies in Gambir. The columns:
//   nobody    no token                             owner     applied for it, and sells
//   other     another citizen                      gambir    officer of its kelurahan
//   self      officer of its kelurahan, who in private life is its owner
//   centre    officer of the city around it        cikini    officer of another kelurahan
//   agency    officer of an agency of the province bureau    validator competent there
//   registrar of the platform's operator           channel   account of a channel
//   buyer     a citizen who checked out, and ordered
// A list's `in` and `out`: 200, and what the row is about is in it or not.
const businesses = authorityMatrix(`
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

GET /v1/businesses/{id}/balance    verified     401   200   404    403  403    403    403    403    403       403     403
GET /v1/businesses/{id}/balance    suspended    401   200   404    403  403    403    403    403    403       403     403
GET /v1/businesses/{id}/statement  verified     401   200   404    403  403    403    403    403    403       403     403
GET /v1/businesses/{id}/statement  suspended    401   200   404    403  403    403    403    403    403       403     403
`);

// What is sold and ordered is the owner's; what baskets are filled with (`anothers`, `baskets`) is of somebody in no column.
const trade = authorityMatrix(`
route                            target      nobody owner buyer other gambir self centre cikini agency bureau registrar channel
GET /v1/listings                 draft          out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings                 submitted      out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings                 published       in    in    in    in     in   in     in     in     in     in        in      in
GET /v1/listings                 paused         out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings                 refused        out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings                 withdrawn      out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings                 suspended      out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings/search          submitted      out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings/search          published       in    in    in    in     in   in     in     in     in     in        in      in
GET /v1/listings/search          paused         out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings/search          suspended      out   out   out   out    out  out    out    out    out    out       out     out
GET /v1/listings/mine            draft          401    in   out   out    403  403    403    403    403    403       403     403
GET /v1/listings/mine            withdrawn      401    in   out   out    403  403    403    403    403    403       403     403
GET /v1/listings/queue           draft          401   403   403   403    out  out    out    out    out    403       403     403
GET /v1/listings/queue           submitted      401   403   403   403     in   in     in    out    out    403       403     403
GET /v1/listings/queue           published      401   403   403   403    out  out    out    out    out    403       403     403

GET /v1/listings/{id}            draft          404   200   404   404    404  404    404    404    404    404       404     404
GET /v1/listings/{id}            submitted      404   200   404   404    200  200    200    404    404    404       404     404
GET /v1/listings/{id}            published      200   200   200   200    200  200    200    200    200    200       200     200
GET /v1/listings/{id}            paused         404   200   404   404    200  200    200    404    404    404       404     404
GET /v1/listings/{id}            refused        404   200   404   404    200  200    200    404    404    404       404     404
GET /v1/listings/{id}            withdrawn      404   200   404   404    200  200    200    404    404    404       404     404
GET /v1/listings/{id}            suspended      404   200   404   404    200  200    200    404    404    404       404     404
GET /v1/listings/{id}/history    draft          401   200   404   404    404  404    404    404    404    403       403     403
GET /v1/listings/{id}/history    submitted      401   200   404   404    200  200    200    404    404    403       403     403
GET /v1/listings/{id}/history    published      401   200   404   404    200  200    200    404    404    403       403     403

POST /v1/listings                verified       401   201   403   403    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/revise    draft          401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/revise    paused         401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/revise    refused        401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/submit    draft          401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/pause     published      401   200   403   403    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/resume    paused         401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/withdraw  draft          401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/withdraw  published      401   200   403   403    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/withdraw  suspended      401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/listings/{id}/approve   submitted      401   403   403   403    200  403    200    404    404    403       403     403
POST /v1/listings/{id}/refuse    submitted      401   403   403   403    200  403    200    404    404    403       403     403
POST /v1/listings/{id}/refuse    published      401   403   403   403    200  403    200    403    403    403       403     403
POST /v1/listings/{id}/refuse    paused         401   403   403   403    200  403    200    404    404    403       403     403

POST /v1/offers/{id}/price       offered        401   200   403   403    403  403    403    403    403    403       403     403
POST /v1/offers/{id}/stock       drafted        401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/offers/{id}/stock       offered        401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/offers/{id}/stock/count drafted        401   200   404   404    403  403    403    403    403    403       403     403
POST /v1/offers/{id}/stock/count offered        401   200   404   404    403  403    403    403    403    403       403     403

GET /v1/basket                   in-basket      401   out    in   out    403  403    403    403    403    403       403     403
POST /v1/basket/lines            anothers       401   200   200   200    403  403    403    403    403    403       403     403
POST /v1/checkouts               baskets        401   201   201   201    403  403    403    403    403    403       403     403
GET /v1/checkouts/{id}           pending        401   404   200   404    403  403    403    403    403    403       403     403
GET /v1/checkouts/{id}/qr.svg    pending        401   404   200   404    403  403    403    403    403    403       403     403
POST /v1/checkouts/{id}/cancel   pending        401   404   200   404    403  403    403    403    403    403       403     403
POST /v1/payments/callback       pending        200   200   200   200    200  200    200    200    200    200       200     200
GET /v1/settlement-differences   any            401   403   403   403    403  403    403    403    403    403       200     403

GET /v1/orders/mine              unpaid         401   out    in   out    403  403    403    403    403    403       403     403
GET /v1/orders/mine              paid           401   out    in   out    403  403    403    403    403    403       403     403
GET /v1/orders/incoming          unpaid         401   out   out   out    403  403    403    403    403    403       403     403
GET /v1/orders/incoming          paid           401    in   out   out    403  403    403    403    403    403       403     403
GET /v1/orders/{id}              unpaid         401   404   200   404    403  403    403    403    403    403       403     403
GET /v1/orders/{id}              paid           401   200   200   404    403  403    403    403    403    403       403     403
GET /v1/orders/{id}              handed-over    401   200   200   404    403  403    403    403    403    403       403     403
GET /v1/orders/{id}/history      unpaid         401   404   200   404    403  403    403    403    403    403       403     403
GET /v1/orders/{id}/history      paid           401   200   200   404    403  403    403    403    403    403       403     403

POST /v1/orders/{id}/cancel      paid           401   403   200   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/accept      paid           401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/decline     paid           401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/ready       accepted       401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/call-off    accepted       401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/call-off    ready          401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/hand-over   ready          401   200   403   404    403  403    403    403    403    403       403     403
POST /v1/orders/{id}/complete    handed-over    401   403   200   404    403  403    403    403    403    403       403     403
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
    buyer: await market.citizen(),
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
  shop = await market.listing(by('owner'), plenty);
  elsewhere = await market.listing(await market.citizen(), plenty);
});
afterAll(() => market.close());

const by = (caller: string): string => tokens[caller] ?? '';
const reason = { reason: 'alasan' };
const plenty = { offers: [{ unit: 'porsi', price: 25_000, onHand: 1_000 }] };

/** The owner's, and that of somebody who is in no column. */
let shop: Awaited<ReturnType<TestMarket['listing']>>;
let elsewhere: typeof shop;

/** What a row is about: `id` stands in its route and is looked for in a list. */
interface Target {
  readonly id: string;
  /** What the buyer shows to fetch an order. */
  readonly code?: string | null;
}

const any = () => Promise.resolve({ id: newId() });

type Makers = Readonly<Record<string, () => Promise<Target>>>;

/** A business that was applied for, on its way by these steps. */
const applied = (of?: (id: string) => Promise<unknown>) => async () => {
  const { id } = await market.apply(by('owner'));
  await of?.(id);
  return { id };
};

const businessMakers: Makers = {
  any,
  submitted: applied(),
  returned: applied((id) => market.take(id, 'return', by('gambir'), reason)),
  verified: applied((id) => market.take(id, 'verify', by('gambir'))),
  'with-code': applied(async (id) => {
    await market.take(id, 'verify', by('gambir'));
    await market.take(id, 'qris', by('owner'), { code: qrisCode });
  }),
  suspended: applied(async (id) => {
    await market.take(id, 'verify', by('gambir'));
    await market.take(id, 'suspend', by('gambir'), reason);
  }),
};

/** A draft of the owner's, on its way by these steps. */
const listingAfter =
  (...steps: (readonly [command: string, caller: string])[]) =>
  async () => {
    const { id } = await market.draft(by('owner'), { businessId: shop.businessId });
    for (const [command, caller] of steps)
      await market.post(`/v1/listings/${id}/${command}`, by(caller), bodyOf(command));
    return { id };
  };
const submitted = ['submit', 'owner'] as const;
const approved = ['approve', 'gambir'] as const;

/** The offer of a listing, of which there are ten. */
function offerOf(listed: () => Promise<Target>) {
  return async () => ({ id: await market.offerOf((await listed()).id, by('owner')) });
}

/** An order that was paid, on its way by these steps of its seller. */
const orderAfter =
  (...commands: string[]) =>
  async () => {
    const { id } = await market.paidOrder(by('buyer'), { [shop.offerId]: 1 });
    const code = async () => (await market.see<OrderDetailsView>(`/v1/orders/${id}`, by('buyer'))).pickupCode;
    for (const command of commands) {
      await market.post(`/v1/orders/${id}/${command}`, by('owner'), bodyOf(command, { id, code: await code() }));
    }
    return { id, code: await code() };
  };

const tradeMakers: Makers = {
  any,
  verified: () => Promise.resolve({ id: shop.businessId }),
  draft: listingAfter(),
  submitted: listingAfter(submitted),
  published: listingAfter(submitted, approved),
  paused: listingAfter(submitted, approved, ['pause', 'owner']),
  refused: listingAfter(submitted, ['refuse', 'gambir']),
  withdrawn: listingAfter(submitted, approved, ['withdraw', 'owner']),
  suspended: async () => {
    const { id, businessId } = await market.listing(by('owner'));
    await market.take(businessId, 'suspend', by('gambir'), reason);
    return { id };
  },
  drafted: offerOf(listingAfter()),
  offered: offerOf(listingAfter(submitted, approved)),
  anothers: () => Promise.resolve({ id: elsewhere.offerId }),
  'in-basket': async () => {
    await market.post('/v1/basket/lines', by('buyer'), { offerId: shop.offerId, quantity: 1 });
    return { id: shop.offerId };
  },
  baskets: async () => {
    const line = { offerId: elsewhere.offerId, quantity: 1 };
    for (const caller of ['owner', 'buyer', 'other']) await market.post('/v1/basket/lines', by(caller), line);
    return { id: elsewhere.offerId };
  },
  pending: () => market.checkOut(by('buyer'), { [shop.offerId]: 1 }),
  unpaid: async () => ({ id: (await market.checkOut(by('buyer'), { [shop.offerId]: 1 })).orders[0]!.id }),
  paid: orderAfter(),
  accepted: orderAfter('accept'),
  ready: orderAfter('accept', 'ready'),
  'handed-over': orderAfter('accept', 'ready', 'hand-over'),
};

/** What the acquirer signs: a callback that changes nothing. */
function callbackOf(id: string): object {
  const [code, gross] = ['201', '25000.00'];
  const { ACQUIRER_SERVER_KEY: key } = market.service.app.get(MarketplaceConfig);
  const signature_key = createHash('sha512').update(`${id}${code}${gross}${key}`).digest('hex');
  const told = { order_id: id, transaction_id: newId(), transaction_status: 'pending' };
  return { ...told, status_code: code, gross_amount: gross, signature_key };
}

const bodies: readonly (readonly [route: RegExp, body: (target: Target) => object])[] = [
  [/qris/, () => ({ code: qrisCode })],
  [/resubmit|businesses$/, () => ({ ...application, nib: freshNib() })],
  [/return|refuse|suspend|decline|call-off/, () => reason],
  [/listings$/, ({ id: businessId }) => ({ ...listing, businessId })],
  [/revise/, () => listing],
  [/price/, () => ({ price: 26_000 })],
  [/count/, () => ({ onHand: 11, was: 10 })],
  [/stock/, () => ({ change: 1, reason: 'restocked' })],
  [/lines/, ({ id: offerId }) => ({ offerId, quantity: 1 })],
  [/callback/, ({ id }) => callbackOf(id)],
  [/hand-over/, ({ code }) => ({ code })],
];

function bodyOf(route: string, target: Target = { id: newId() }): object {
  return bodies.find(([pattern]) => pattern.test(route))?.[1](target) ?? {};
}

function queryOf(path: string): string {
  // Queues begin with the oldest: all of them.
  if (path.endsWith('queue')) return '?limit=100';
  if (path.endsWith('search')) return '?q=soto%20betawi&limit=100';
  return path.endsWith('differences') ? '?day=2026-01-01' : '';
}

function ask({ route }: AuthorityRow, caller: string, target: Target) {
  const [method, path = ''] = route.split(' ');
  const token = tokens[caller];
  const options = token === undefined ? {} : { token };
  const address = path.replace('{id}', target.id) + queryOf(path);
  if (method === 'GET') return market.service.http.get(address, options);
  return market.service.http.post(address, { ...options, body: bodyOf(path, target) });
}

const named = (matrix: readonly AuthorityRow[]) => matrix.map((row) => [`${row.route} ${row.target}`, row] as const);
const maker = (makers: Makers) => ({ make: ({ target }: AuthorityRow) => makers[target]!(), ask });

describe('who may do what with which business', () => {
  it.each(named(businesses))('%s', async (_, row) => {
    expect(await verdictsOf(row, maker(businessMakers))).toEqual(row.verdicts);
  });
});

describe('who may do what with what is sold', () => {
  it.each(named(trade))('%s', async (_, row) => {
    expect(await verdictsOf(row, maker(tradeMakers))).toEqual(row.verdicts);
  });
});

describe('the two tables', () => {
  it('tell of every route that there is, and of no other', async () => {
    const { body } = await market.service.http.get<ApiDocument>('/openapi.json');
    expect(routeGaps([...businesses, ...trade], body)).toEqual({ notInMatrix: [], notInDocument: [] });
  });
});
