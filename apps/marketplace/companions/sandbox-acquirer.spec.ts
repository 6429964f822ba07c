import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { becomesTrue, freePort } from '@jaki/testing/embedded';
import { callbackOf } from './callback-body.js';
import { ChargeBook } from './charge-book.js';
import { crc16 } from './qr-text.js';
import { type SandboxAcquirerOptions, startSandboxAcquirer } from './sandbox-acquirer.js';
import { mdrOf } from './settlement-file.js';

const SERVER_KEY = 'key-of-the-test';
const ORDER = '0193c2a4-7d1e-7a40-9c55-0a1b2c3d4e5f';

type Json = Record<string, unknown>;

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

describe('the sandbox acquirer', () => {
  it('answers a charge with a QRIS text for its amount, and the same charge when it is asked again', async () => {
    const { charge, get } = await start();
    const first = await charge();
    expect(first).toMatchObject({ status: 201, body: { order_id: ORDER, gross_amount: '45000.00' } });
    expect(first.body).toMatchObject({ transaction_status: 'pending' });
    const qr = String(first.body['qr_string']);
    const fields = [
      '000201010212',
      '51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI',
      '5204549953033605405450005802ID5907SANDBOX6007JAKARTA610510110',
      '622901250193c2a47d1e7a409c550a1b2',
      '6304',
    ].join('');
    expect(qr).toBe(fields + crc16(fields));
    expect(await charge()).toEqual({ status: 200, body: first.body });
    expect((await charge({ gross_amount: 45_001 })).status).toBe(409);
    expect((await get(`/v2/${ORDER}/status`)).body).toMatchObject({ transaction_status: 'pending', refunds: [] });
    expect((await get('/v2/unknown/status')).status).toBe(404);
  });

  it('makes the checksum as CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1');
  });

  it('sends a signed callback when it is paid', async () => {
    const { charge, post, heard } = await start();
    const { body } = await charge();
    await post(`/pay/${ORDER}`);
    const [callback] = await heard(1);
    expect(callback).toEqual({
      transaction_id: body['transaction_id'],
      order_id: ORDER,
      status_code: '200',
      gross_amount: '45000.00',
      transaction_status: 'settlement',
      transaction_time: '2026-11-23 00:00:05',
      signature_key: createHash('sha512').update(`${ORDER}20045000.00${SERVER_KEY}`).digest('hex'),
    });
  });

  it('signs each state with its own status code, as Midtrans numbers them', async () => {
    const { charge, post, heard } = await start();
    await charge();
    await charge({ order_id: 'late' }, { expires_at: '2026-11-22T17:00:05Z' });
    await heard(1);
    await post(`/fail/${ORDER}`);
    await heard(2);
    await post(`/pay/${ORDER}`);
    for (const key of ['a', 'b']) await post(`/v2/${ORDER}/refund`, { refund_key: key, amount: 22_500 });
    const callbacks = await heard(5);
    expect(callbacks.map((callback) => [callback['transaction_status'], callback['status_code']])).toEqual([
      ['expire', '407'],
      ['deny', '202'],
      ['settlement', '200'],
      ['partial_refund', '200'],
      ['refund', '200'],
    ]);
    for (const callback of callbacks) expect(callback['signature_key']).toBe(signatureOf(callback));
  });

  it('would tell of a charge that waits with 201', () => {
    const book = new ChargeBook({ now: () => new Date(), most: 1, changed: () => undefined });
    const request = { orderId: ORDER, amount: 1, callbackUrl: 'http://merchant', expiresAt: undefined };
    const { charge } = book.charge(request);
    const change = { charge, transactionId: 'a', amount: 1, status: 'pending', at: new Date() } as const;
    expect(callbackOf(change, SERVER_KEY)).toMatchObject({ transaction_status: 'pending', status_code: '201' });
  });

  it('says in the callback of a refund what was given back, beside the amount that was paid', async () => {
    const { charge, post, heard } = await start();
    await charge();
    await post(`/pay/${ORDER}`);
    await post(`/v2/${ORDER}/refund`, { refund_key: 'a', amount: 5_000 });
    await post(`/v2/${ORDER}/refund`, { refund_key: 'b', amount: 40_000 });
    const [paid, part, whole] = await heard(3);
    const [a, b] = [
      { refund_key: 'a', amount: 5_000 },
      { refund_key: 'b', amount: 40_000 },
    ];
    expect(paid).not.toHaveProperty('refunds');
    expect(part).toMatchObject({ transaction_status: 'partial_refund', gross_amount: '45000.00', refunds: [a] });
    expect(whole).toMatchObject({ transaction_status: 'refund', gross_amount: '45000.00', refunds: [a, b] });
  });

  it('sends the last callback of an order once more, unchanged, when it is asked to', async () => {
    const { charge, post, heard } = await start();
    await charge();
    expect((await post(`/callback-again/${ORDER}`)).status).toBe(409);
    expect((await post('/callback-again/unknown')).status).toBe(404);
    await post(`/pay/${ORDER}`);
    await post(`/v2/${ORDER}/refund`, { refund_key: 'a', amount: 5_000 });
    const again = await post(`/callback-again/${ORDER}`);
    expect(again).toMatchObject({ status: 200, body: { transaction_status: 'partial_refund', paid_count: 1 } });
    const [, refund, double] = await heard(3);
    expect(refund).toMatchObject({ transaction_status: 'partial_refund' });
    expect(double).toEqual(refund);
  });

  it('keeps a bounded number of charges: finished ones go first, then the oldest', async () => {
    const { charge, post, get } = await start({ mostCharges: 3 });
    const orders = async () =>
      ((await get('/charges')).body as { items: Json[] }).items.map((item) => item['order_id']);
    for (const order of ['a', 'b', 'c']) await charge({ order_id: order });
    await post('/fail/c');
    await post('/pay/b');
    await charge({ order_id: 'c' });
    expect(await orders()).toEqual(['c', 'b', 'a']);
    await charge({ order_id: 'd' });
    expect(await orders()).toEqual(['d', 'c', 'a']);
    await charge({ order_id: 'e' });
    expect(await orders()).toEqual(['e', 'd', 'a']);
    await charge({ order_id: 'f' });
    expect(await orders()).toEqual(['f', 'e', 'd']);
    expect((await get('/v2/a/status')).status).toBe(404);
  });

  it('forgets with a charge its expiry and its last callback', async () => {
    const { charge, post, heard } = await start({ mostCharges: 1 });
    await charge({}, { expires_at: '2026-11-22T17:00:05.100Z' });
    await post(`/pay/${ORDER}`);
    await charge({ order_id: 'other' });
    await charge();
    expect((await post(`/callback-again/${ORDER}`)).status).toBe(409);
    await sleep(150);
    await charge({ order_id: 'late' }, { expires_at: '2026-11-22T17:00:05.100Z' });
    await charge({ order_id: 'last' });
    await sleep(150);
    expect(await heard(1)).toMatchObject([{ transaction_status: 'settlement' }]);
  });

  it('repeats a callback until it is taken, and keeps the next one of the charge back until then', async () => {
    const { charge, post, heard, answers } = await start();
    answers.push(500, 'no answer', 302, 404);
    await charge();
    await post(`/pay/${ORDER}`);
    await post(`/v2/${ORDER}/refund`, { refund_key: 'a', amount: 45_000 });
    const states = (await heard(6)).map((callback) => callback['transaction_status']);
    expect(states).toEqual([...Array<string>(5).fill('settlement'), 'refund']);
  });

  it('gives a callback up after the last attempt, and goes on with the next', async () => {
    const { charge, post, heard, answers } = await start({ retryAfter: [1] });
    answers.push(500, 500);
    await charge();
    await post(`/pay/${ORDER}`);
    await post(`/v2/${ORDER}/refund`, { refund_key: 'a', amount: 1 });
    const states = (await heard(3)).map((callback) => callback['transaction_status']);
    expect(states).toEqual(['settlement', 'settlement', 'partial_refund']);
  });

  it('does not wait for a merchant that never answers', async () => {
    const { charge, post, heard, answers } = await start({ callbackTimeout: 300 });
    answers.push('silence');
    await charge();
    await post(`/pay/${ORDER}`);
    expect(await heard(2)).toHaveLength(2);
  });

  it('says what was paid when that is not what was asked', async () => {
    const { charge, post, get, heard } = await start();
    await charge();
    await post(`/pay/${ORDER}`, { amount: 40_000 });
    expect(await heard(1)).toMatchObject([{ gross_amount: '40000.00', transaction_status: 'settlement' }]);
    expect((await get(`/v2/${ORDER}/status`)).body).toMatchObject({ gross_amount: '40000.00', paid_count: 1 });
    expect((await charge()).status).toBe(200);
  });

  it('takes a second payment as a transaction of its own', async () => {
    const { charge, post, heard } = await start();
    const { body } = await charge();
    await post(`/pay/${ORDER}`);
    const second = await post(`/pay/${ORDER}`);
    expect(second.body).toMatchObject({ transaction_id: body['transaction_id'], paid_count: 2 });
    const callbacks = await heard(2);
    expect(callbacks[0]?.['transaction_id']).toBe(body['transaction_id']);
    expect(callbacks[1]).toMatchObject({ order_id: ORDER, transaction_status: 'settlement' });
    expect(callbacks[1]?.['transaction_id']).not.toBe(body['transaction_id']);
  });

  it('expires at its time, and takes a late payment all the same', async () => {
    const { charge, post, get, heard } = await start();
    await charge({}, { expires_at: '2026-11-22T17:00:05.050Z' });
    expect(await heard(1)).toMatchObject([{ transaction_status: 'expire', gross_amount: '45000.00' }]);
    expect((await get(`/v2/${ORDER}/status`)).body).toMatchObject({ transaction_status: 'expire', paid_count: 0 });
    expect((await post(`/fail/${ORDER}`)).status).toBe(409);
    await post(`/pay/${ORDER}`);
    expect(await heard(2)).toMatchObject([{}, { transaction_status: 'settlement' }]);
  });

  it('does not expire once it is paid, nor long before its time', async () => {
    const { charge, post, heard } = await start();
    await charge({}, { expires_at: '2026-11-22T17:00:06Z' });
    await charge({ order_id: 'next-year' }, { expires_at: '2027-11-22T17:00:05Z' });
    await post(`/pay/${ORDER}`);
    await sleep(1_100);
    expect(await heard(1)).toHaveLength(1);
  });

  it('is denied once', async () => {
    const { charge, post, heard } = await start();
    await charge();
    expect((await post(`/fail/${ORDER}`)).body).toMatchObject({ transaction_status: 'deny' });
    expect((await post(`/fail/${ORDER}`)).status).toBe(200);
    await post(`/pay/${ORDER}`);
    const states = (await heard(2)).map((callback) => callback['transaction_status']);
    expect(states).toEqual(['deny', 'settlement']);
  });

  it('refunds once for each key, and never more than was paid', async () => {
    const { charge, post, heard } = await start();
    await charge();
    const refund = (key: string, amount: number) => post(`/v2/${ORDER}/refund`, { refund_key: key, amount });
    expect((await refund('a', 5_000)).status).toBe(412);
    await post(`/pay/${ORDER}`);
    const first = await refund('a', 5_000);
    expect(first.body).toMatchObject({
      transaction_status: 'partial_refund',
      refunds: [{ refund_key: 'a', amount: 5_000 }],
    });
    expect(await refund('a', 5_000)).toEqual(first);
    expect((await refund('a', 6_000)).status).toBe(409);
    expect((await refund('b', 40_001)).status).toBe(412);
    expect((await refund('b', 40_000)).body).toMatchObject({ transaction_status: 'refund' });
    expect((await refund('c', 1)).status).toBe(412);
    const states = (await heard(3)).map((callback) => callback['transaction_status']);
    expect(states).toEqual(['settlement', 'partial_refund', 'refund']);
  });

  it("lists what was settled and refunded on a day of Jakarta's, with its fee", async () => {
    // The first payment comes in the last second of a day, the rest in the first two of the next.
    let clock = Date.parse('2026-11-22T16:59:58Z');
    const { charge, post, url } = await start({ now: () => new Date((clock += 1_000)) });
    const ids = [];
    for (const [order, amount] of [
      ['small', 500_000],
      ['large, "rice"', 500_001],
    ] as const) {
      ids.push((await charge({ order_id: order, gross_amount: amount })).body['transaction_id']);
      await post(`/pay/${encodeURIComponent(order)}`);
    }
    await post('/v2/small/refund', { refund_key: 'a', amount: 100_000 });
    const file = async (day: string) => (await fetch(`${url}/settlement.csv?day=${day}`)).text();
    const header = 'transaction_id,order_id,gross_amount,mdr,net,kind,time\n';
    expect(await file('2026-11-22')).toBe(
      `${header}${String(ids[0])},small,500000,0,500000,settlement,2026-11-22 23:59:59\n`,
    );
    expect(await file('2026-11-23')).toBe(
      `${header}${String(ids[1])},"large, ""rice""",500001,1500,498501,settlement,2026-11-23 00:00:00\n` +
        `${String(ids[0])},small,-100000,0,-100000,refund,2026-11-23 00:00:01\n`,
    );
    expect(await file('2026-11-24')).toBe(header);
    expect((await fetch(`${url}/settlement.csv?day=2026-02-30`)).status).toBe(400);
  });

  it.each([
    [1, 0],
    [500_000, 0],
    [500_001, 1_500],
    [999_999, 2_999],
  ])('takes of %d rupiah a fee of %d', (amount, fee) => {
    expect(mdrOf(amount)).toBe(fee);
  });

  it('shows a page that escapes what it was sent, newest first, whose buttons lead back to it', async () => {
    const { charge, url, get, heard } = await start();
    const order = `"><script>alert('x')</script>&`;
    await charge();
    await charge({ order_id: order });
    const html = await (await fetch(url)).text();
    expect(html).not.toContain('<script>');
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;');
    expect(html.indexOf('alert')).toBeLessThan(html.indexOf(ORDER));
    const actions = Array.from(html.matchAll(/<form method="post" action="([^"]+)">/g), ([, action]) => action!);
    expect(actions).toHaveLength(4);
    const answers = [await submit(url + actions[0]!.replaceAll('&#39;', "'")), await submit(url + actions[3]!)];
    for (const answer of answers) expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    await heard(2);
    const { items } = (await get('/charges')).body as { items: Json[] };
    expect(items.map((item) => [item['order_id'], item['transaction_status']])).toEqual([
      [order, 'settlement'],
      [ORDER, 'deny'],
    ]);
  });

  it('lets a person choose on the page what is paid, from the amount that was asked', async () => {
    const { charge, url, heard } = await start();
    await charge();
    const field = /<label>Rupiah (<input [^>]+>)<\/label>/.exec(await (await fetch(url)).text())?.[1];
    for (const attribute of ['type="number"', 'name="amount"', 'value="45000"', 'min="1"', 'required']) {
      expect(field).toContain(` ${attribute}`);
    }
    expect(field).toContain(`aria-label="Rupiah for ${ORDER}"`);
    const pay = (amount: string) => submit(`${url}/pay/${ORDER}`, { amount });
    for (const wrong of ['', '0', '-5', '1.5', 'much', '9999999999999999']) expect((await pay(wrong)).status).toBe(400);
    expect((await pay('44999')).status).toBe(303);
    expect(await heard(1)).toMatchObject([{ gross_amount: '44999.00', transaction_status: 'settlement' }]);
  });

  it('shows a page that may use its own style and post to itself, and nothing else', async () => {
    const { url } = await start();
    const response = await fetch(url);
    const html = await response.text();
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(html).not.toMatch(/ style=|<script/);
  });

  it('refuses whoever does not know the server key', async () => {
    const { url, post } = await start();
    for (const authorization of ['', basic('other'), `Bearer ${SERVER_KEY}`, basic(SERVER_KEY, 'x')]) {
      for (const [method, path] of [
        ['POST', '/v2/charge'],
        ['GET', `/v2/${ORDER}/status`],
        ['POST', `/v2/${ORDER}/refund`],
      ] as const) {
        expect((await fetch(url + path, { method, headers: { authorization } })).status).toBe(401);
      }
    }
    expect((await post('/v2/charge', {})).status).toBe(400);
  });

  it.each([
    ['another way to pay', { payment_type: 'card' }, {}],
    ['a fraction of a rupiah', {}, { gross_amount: 0.5 }],
    ['nothing', {}, { gross_amount: 0 }],
    ['a number in words', {}, { gross_amount: '45000' }],
    ['an order of dashes', {}, { order_id: '---' }],
    ['an order that no address can hold', {}, { order_id: '..' }],
    ['an order with a line break', {}, { order_id: 'a\nb' }],
    ['an address that is none', { callback_url: 'file:///etc/passwd' }, {}],
    ['an expiry without an offset', { expires_at: '2026-11-23T00:00:00' }, {}],
  ])('refuses a charge with %s', async (_, top, details) => {
    const { charge } = await start();
    const { status, body } = await charge(details, top);
    expect(status).toBe(400);
    expect(typeof body['status_message']).toBe('string');
  });

  it('refuses bodies that are no JSON object or too large, and addresses that lead nowhere', async () => {
    const { url, charge, raw } = await start();
    await charge();
    for (const body of ['{', '[]', 'null', '']) expect((await raw('/v2/charge', body)).status).toBe(400);
    expect((await raw('/v2/charge', `"${'x'.repeat(64 * 1024)}"`)).status).toBe(413);
    expect((await raw(`/pay/${ORDER}`, '{"amount":-1}')).status).toBe(400);
    expect((await raw('/pay/%', '')).status).toBe(400);
    expect((await raw('/pay/unknown', '')).status).toBe(404);
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  });

  it('stops at once, whatever it still waits for', async () => {
    const { charge, post, heard, answers, stop } = await start({ retryAfter: [60_000] });
    answers.push('silence', 500);
    await charge({}, { expires_at: '2026-11-23T00:00:00Z' });
    await charge({ order_id: 'other' });
    await post(`/pay/${ORDER}`);
    await heard(1);
    await post('/pay/other');
    await heard(2);
    const before = Date.now();
    await stop();
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});

/** An acquirer at five seconds past midnight in Jakarta, and a merchant that hears its callbacks. */
async function start(options: Partial<SandboxAcquirerOptions> = {}) {
  const { heard, answers, callbackUrl } = await startMerchant();
  const port = await freePort();
  const now = () => new Date('2026-11-22T17:00:05Z');
  const acquirer = await startSandboxAcquirer({
    port,
    serverKey: SERVER_KEY,
    retryAfter: [1, 1, 1, 1],
    now,
    ...options,
  });
  undo.push(() => acquirer.stop());
  const url = `http://127.0.0.1:${port}`;
  const headers = { authorization: basic(SERVER_KEY), 'content-type': 'application/json' };
  const read = async (response: Response) => ({ status: response.status, body: (await response.json()) as Json });
  const raw = (path: string, body: string) => fetch(url + path, { method: 'POST', headers, body });
  const post = async (path: string, body?: Json) => read(await raw(path, body ? JSON.stringify(body) : ''));
  const get = async (path: string) => read(await fetch(url + path, { headers }));
  const charge = (details: Json = {}, top: Json = {}) =>
    post('/v2/charge', {
      payment_type: 'qris',
      transaction_details: { order_id: ORDER, gross_amount: 45_000, ...details },
      callback_url: callbackUrl,
      ...top,
    });
  return { url, raw, post, get, charge, heard, answers, stop: () => acquirer.stop() };
}

/** A merchant. It answers 200 when no other answer is laid out for it. */
async function startMerchant() {
  const callbacks: Json[] = [];
  const answers: (number | 'no answer' | 'silence')[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      callbacks.push(JSON.parse(body) as Json);
      const answer = answers.shift() ?? 200;
      if (answer === 'no answer') request.socket.destroy();
      else if (answer !== 'silence') response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const heard = async (count: number) => {
    await becomesTrue(() => callbacks.length >= count, 5_000, 5);
    // One too many would come at once.
    await sleep(20);
    expect(callbacks).toHaveLength(count);
    return callbacks;
  };
  return { heard, answers, callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback` };
}

/** As a page's form is sent. */
function submit(url: string, fields: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

/** As Midtrans describes it. */
function signatureOf(callback: Json): string {
  const parts = ['order_id', 'status_code', 'gross_amount'].map((name) => String(callback[name]));
  return createHash('sha512')
    .update(parts.join('') + SERVER_KEY)
    .digest('hex');
}

function basic(user: string, password = ''): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
