import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jaki/testing';
import { call } from '../demo/caller.js';
import { Login } from '../demo/login.js';
import { freshPhoto } from '../demo/photo.js';
import { type Platform, startPlatform } from '../dev/platform.js';

const MINUTE = 60_000;
const WERFTVIERTEL = { lat: 54.05, long: 10.05 };
const [CITIZEN, PLOUGH, VALIDATOR] = ['+4915123456701', '+4915123456702', '+4915123456703'] as const;

interface Tokens {
  readonly reports: string;
  readonly notifications: string;
}

describe('a city of another country, which is a folder of data and no other code', () => {
  let platform: Platform | undefined;
  const at = (path: string) => `${platform!.addresses.of('reports')}/v1/${path}`;

  beforeAll(async () => {
    const CITY_DATA = fileURLToPath(new URL('elbstadt/', import.meta.url));
    platform = await startPlatform({ quiet: true, env: { CITY_DATA } });
  }, 3 * MINUTE);
  afterAll(async () => platform?.stop(), MINUTE);

  const known = new Map<string, Promise<Tokens>>();

  /** Once each: a second code for one phone would have to be waited for. */
  function logIn(phone: string): Promise<Tokens> {
    const tokens = known.get(phone) ?? tokensFor(phone);
    known.set(phone, tokens);
    return tokens;
  }

  async function tokensFor(phone: string): Promise<Tokens> {
    const login = new Login(platform!.addresses);
    const first = await login.withCode(phone);
    const me = {
      url: `${platform!.addresses.of('identity')}/v1/me`,
      method: 'GET',
      token: first.access_token,
    } as const;
    const { memberships } = await call<{ memberships: { organisation: { id: string } }[] }>(me);
    const organisation = memberships[0]?.organisation.id;
    const second = await login.refresh(first.refresh_token, 'reports', organisation);
    const third = await login.refresh(second.refresh_token, 'notifications', organisation);
    return { reports: second.access_token, notifications: third.access_token };
  }

  async function photo(token: string): Promise<string> {
    return (await call<{ id: string }>({ url: at('photos'), token, form: await freshPhoto() })).id;
  }

  const inbox = async (token: string) => {
    const url = `${platform!.addresses.of('notifications')}/v1/inbox`;
    const { items } = await call<{ items: { number: string; title: string; body: string; event: string }[] }>({
      url,
      method: 'GET',
      token,
    });
    return items;
  };

  it('has its own categories, reasons and service area', async () => {
    const codes = async (list: string) =>
      (await call<{ items: { code: string }[] }>({ url: at(list), method: 'GET' })).items.map(({ code }) => code);
    expect(await codes('categories')).toEqual(['snow', 'tram']);
    expect(await codes('rejection-reasons')).toEqual(['melted']);
    const { reports: token } = await logIn(CITIZEN);
    const gambir = { category: 'snow', description: 'Salju', pin: { lat: -6.1754, long: 106.8272 } };
    await expect(call({ url: at('reports'), token, json: gambir })).rejects.toMatchObject({ status: 422 });
  });

  it('sends its codes in its own words', async () => {
    await logIn(CITIZEN);
    const url = `${platform!.addresses.of('sms')}/messages?to=${encodeURIComponent(CITIZEN)}`;
    const { items } = await call<{ items: { text: string }[] }>({ url, method: 'GET' });
    expect(items.map(({ text }) => text)).toEqual([expect.stringMatching(/^Dein Code für Elbstadt: \d{6}$/)]);
  });

  it(
    'takes a report from filing to its confirmation, and tells its people of it',
    async () => {
      const [citizen, plough, validator] = [await logIn(CITIZEN), await logIn(PLOUGH), await logIn(VALIDATOR)];
      const json = { category: 'snow', description: 'Schnee', pin: WERFTVIERTEL, visibility: 'public' };
      const { id, number } = await call<{ id: string; number: string }>({
        url: at('reports'),
        token: citizen.reports,
        json,
      });
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
      expect(number).toBe(`EL${day.slice(2).replaceAll('-', '')}0001`);
      const step = (token: string, name: string, body: object = {}) =>
        call({ url: at(`reports/${id}/${name}`), token, json: body });
      await step(plough.reports, 'start');
      const proof = { beforePhotoId: await photo(plough.reports), afterPhotoId: await photo(plough.reports) };
      await step(plough.reports, 'complete', proof);
      await step(validator.reports, 'validate');
      await step(citizen.reports, 'confirm');
      const report = await call<object>({ url: at(`reports/${id}`), method: 'GET' });
      expect(report).toMatchObject({ state: 'closed', region: 'EL.S.N.7a', agencyName: 'Winterdienst' });
      await eventually(async () => {
        const told = await inbox(citizen.notifications);
        expect(told.map(({ event }) => event)).toEqual(
          expect.arrayContaining(['reports.report.filed.v1', 'reports.report.validated.v1']),
        );
        expect(told.every((notice) => notice.number === number)).toBe(true);
        const queued = await inbox(plough.notifications);
        expect(queued.map(({ title, body }) => `${title} ${body}`).join()).toMatch(/salju.*Ortsamt Werftviertel/i);
      });
    },
    MINUTE,
  );
});
