import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OrderDetailsView } from '../src/orders/queries/views.dto.js';
import { TestMarket } from './market.js';

let market: TestMarket;
let seller: string;
let buyer: string;
beforeAll(async () => {
  market = await TestMarket.start({ env: { JOBS: 'on' } });
  [seller, buyer] = [await market.citizen(), await market.citizen()];
});
afterAll(() => market.close());

describe('an order', () => {
  it('goes from the basket to the hand-over, and the seller has earned it', async () => {
    const { id: listingId, offerId, businessId } = await market.listing(seller);
    const { id, qr, total, orders } = await market.checkOut(buyer, { [offerId]: 2 });
    expect([total, orders.length, orders[0]!.state]).toEqual([50_000, 1, 'awaiting_payment']);
    expect(qr).toMatch(/^000201010212/);
    expect(await market.free(listingId)).toBe(8);
    await market.pay(id);
    expect((await market.comes(id, 'paid', buyer)).orders[0]!.state).toBe('paid');
    const order = `/v1/orders/${orders[0]!.id}`;
    await market.post(`${order}/accept`, seller);
    await market.post(`${order}/ready`, seller);
    const { pickupCode } = await market.see<OrderDetailsView>(order, buyer);
    await market.post(`${order}/hand-over`, seller, { code: pickupCode });
    await market.post(`${order}/complete`, buyer);
    expect(await market.see(`/v1/businesses/${businessId}/balance`, seller)).toEqual({ balance: 50_000 });
    expect(await market.books()).toEqual({ acquirer: -50_000, buyers: 0, [`seller:${businessId}`]: 50_000 });
    expect(await market.free(listingId)).toBe(8);
  });
});
