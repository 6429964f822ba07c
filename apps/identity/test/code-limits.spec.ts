import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ServiceUnderTest } from '@jaki/testing';
import { freshPhone, type IdentityUnderTest, startBeside, startIdentity } from './identity-under-test.js';

let first: IdentityUnderTest;
let second: ServiceUnderTest;
beforeAll(async () => {
  // One proxy is believed, so that the tests can come from several addresses.
  const env = { OTP_PER_PHONE: '3', OTP_PER_ADDRESS: '5', TRUST_PROXY: '1' };
  first = await startIdentity(env);
  second = await startBeside(first, env);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

let addresses = 0;
const freshAddress = () => `203.0.113.${(addresses += 1)}`;
const ask = async ({ http }: Pick<ServiceUnderTest, 'http'>, phone: string, address = freshAddress()) => {
  const headers = { 'x-forwarded-for': address };
  return (await http.post('/v1/otp-challenges', { body: { phone }, headers })).status;
};
const count = (statuses: number[]) => [202, 429].map((status) => statuses.filter((each) => each === status).length);

describe('the limits of codes hold across instances', () => {
  it('for the resend delay, when both are asked at the same moment', async () => {
    const phone = freshPhone();
    const statuses = await Promise.all([1, 2, 3, 4, 5, 6].map((i) => ask(i % 2 ? first : second, phone)));
    expect(count(statuses)).toEqual([1, 5]);
  });

  it('for one phone, from any address, within an hour', async () => {
    const phone = freshPhone();
    const statuses: number[] = [];
    for (const instance of [first, second, first, second]) {
      statuses.push(await ask(instance, phone));
      first.clock.advance(31_000);
    }
    expect(statuses).toEqual([202, 202, 202, 429]);
    first.clock.advance(3_600_000);
    expect(await ask(second, phone)).toBe(202);
  });

  it('for one address, whatever the phones, when both are asked at the same moment', async () => {
    const address = freshAddress();
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, i) => ask(i % 2 ? first : second, freshPhone(), address)),
    );
    expect(count(statuses)).toEqual([5, 7]);
    expect(await ask(first, freshPhone())).toBe(202);
  });

  it('for one IPv6 network as for one address', async () => {
    const statuses: number[] = [];
    for (let i = 1; i <= 6; i++) statuses.push(await ask(first, freshPhone(), `2001:db8:1:2::${i}`));
    expect(count(statuses)).toEqual([5, 1]);
    expect(await ask(first, freshPhone(), '2001:db8:1:3::1')).toBe(202);
  });
});
