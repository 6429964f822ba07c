import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@jaki/kernel';
import { picture, pin, TestCity, water } from './city.js';

const report = { category: 'flood', description: 'Air setinggi lutut', pin };

describe('what a person may do in an hour', () => {
  let city: TestCity;
  const file = (token: string) => city.service.http.post<{ code?: string }>('/v1/reports', { token, body: report });

  beforeAll(async () => {
    city = await TestCity.start({ env: { RATE_LIMITS: 'upload_photo:citizen=2/3600' } });
  });
  afterAll(() => city.close());

  it('is 30 reports for a citizen, with any token, and far more for a channel', async () => {
    const sub = newId();
    for (let filed = 0; filed < 30; filed += 1) expect((await file(await city.citizen(sub))).status).toBe(201);
    const { status, body, headers } = await file(await city.citizen(sub));
    expect([status, body.code]).toEqual([429, 'too_many_requests']);
    // One comes back every 120 s; the filings before took a moment of it.
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(90);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(120);
    const channel = await file(await city.channel());
    expect(channel.headers.get('ratelimit-policy')).toBe('"file_report";q=50000;w=3600');
  });

  it('is a number of photos by role, refused before their bytes are looked at', async () => {
    const [citizen, officer] = [await city.citizen(), await city.officer(water)];
    const file = await picture();
    const answers = [await city.upload(citizen, file), await city.upload(citizen, file)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const third = await city.upload(citizen, new TextEncoder().encode('no picture'));
    expect([third.status, third.body.code]).toEqual([429, 'too_many_requests']);
    const { headers } = await city.upload(officer, file);
    expect(headers.get('ratelimit-policy')).toBe('"upload_photo";q=600;w=3600');
  });
});
