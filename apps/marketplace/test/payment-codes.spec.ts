import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { type PaymentCodeView, type ScannedCodeView } from '../src/payment-codes/queries/views.dto.js';
import { parseQris } from '../src/qris/domain/qris.js';
import { qrisCode, TestMarket } from './market.js';

let market: TestMarket;
let owner: string;
let officer: string;
beforeAll(async () => {
  market = await TestMarket.start();
  owner = await market.citizen();
  officer = await market.officer();
});
afterAll(() => market.close());

/** A verified business with its code. */
async function stall(): Promise<string> {
  const { id } = await market.apply(owner);
  await market.take(id, 'verify', officer);
  await market.take(id, 'qris', owner, { code: qrisCode });
  return id;
}
const see = (id: string, query = '') =>
  market.service.http.get<PaymentCodeView & { code?: string }>(`/v1/businesses/${id}/qris${query}`);

describe('the code that a business is paid by', () => {
  it('is shown to everybody, as text and as a picture', async () => {
    const id = await stall();
    expect((await see(id)).body).toEqual({ nmid: 'ID1026529448957', code: qrisCode });
    const picture = await fetch(`${market.service.url}/v1/businesses/${id}/qris.svg`);
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toMatch(/^<svg .*<\/svg>$/s);
  });

  it('is made out for an amount', async () => {
    const { body } = await see(await stall(), '?amount=25000&billNumber=INV-7');
    expect(parseQris(body.code)).toMatchObject({ kind: 'dynamic', amount: 25_000, billNumber: 'INV-7' });
  });

  it.each(['?amount=0', '?amount=1.5', '?amount=10000000000', '?amount=1&billNumber=a%20b'])(
    'is not made out for %s',
    async (query) => {
      const { status, body } = await see(await stall(), query);
      expect([status, body.code]).toEqual([400, 'validation_failed']);
    },
  );

  it('is registered for a verified business alone, and vanishes with it', async () => {
    const { id } = await market.apply(owner);
    expect(await market.step(id, 'qris', owner, { code: qrisCode })).toMatchObject({ status: 409 });
    const open = await stall();
    await market.take(open, 'suspend', officer, { reason: 'keluhan' });
    const { status, body } = await see(open);
    expect([status, body.code]).toEqual([404, 'payment_code_not_found']);
  });

  it('is refused when it is damaged or has an amount, and the one before stays', async () => {
    const id = await stall();
    const dynamic = (await see(id, '?amount=5000')).body.code;
    const answers = [
      await market.step(id, 'qris', owner, { code: qrisCode.replace('Raol', 'Rail') }),
      await market.step(id, 'qris', owner, { code: dynamic }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'qris_not_readable'],
      [422, 'payment_code_not_static'],
    ]);
    expect((await see(id)).body.code).toBe(qrisCode);
  });

  it('is announced without the code and without the number of the merchant', async () => {
    const id = await stall();
    await eventually(async () => {
      const events = (await market.service.published()).filter(({ subject }) => subject === id);
      expect(events.at(-1)).toMatchObject({ type: 'marketplace.business.payment_code_registered.v1', sequence: '3' });
      expect(JSON.stringify(events)).not.toContain('ID1026529448957');
    });
  });
});

describe('a sticker that somebody scans', () => {
  it('is told apart from one that was pasted over it', async () => {
    const id = await stall();
    const verdict = async (code: string) => {
      const request = { body: { code } };
      return (await market.service.http.post<ScannedCodeView>(`/v1/businesses/${id}/qris/check`, request)).body.verdict;
    };
    expect(await verdict(qrisCode)).toBe('genuine');
    expect(await verdict((await see(id, '?amount=5000')).body.code)).toBe('genuine');
    expect(await verdict('https://example.org/pay')).toBe('not_readable');
  });
});
