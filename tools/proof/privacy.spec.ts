import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { eventually } from '@jaki/testing';
import { type Platform, startPlatform } from '../dev/platform.js';
import { textsOf } from './database-texts.js';
import { found } from './disguises.js';
import { anyPhone, Newcomer } from './newcomer.js';
import { allTopicBytes } from './topic-bytes.js';

const MINUTE = 60_000;
const NAME = 'Siti Rahayu Kenari';
const DESCRIPTION = 'Kenari kuning bernyanyi di genangan';
const LAT = -6.175392417;
const LONG = 106.827152938;

describe('one person and one report', () => {
  let platform: Platform;
  let citizen: Newcomer;
  const phone = anyPhone();
  const canaries = [phone, phone.slice(3), NAME, DESCRIPTION, String(LAT), String(LONG)];

  beforeAll(async () => {
    platform = await startPlatform({ quiet: true, env: { LOG_LEVEL: 'trace' } });
    citizen = await Newcomer.logIn(platform.addresses, phone);
    const pin = { lat: LAT, long: LONG };
    await citizen.file({ description: `${DESCRIPTION}, ${NAME}, ${phone}`, landmark: `Rumah ${NAME}`, pin });
    // A refused one as well: refusals are logged in other places.
    await expect(
      citizen.file({ description: DESCRIPTION, pin: { lat: 90, long: LONG }, name: NAME }),
    ).rejects.toThrow();
    await eventually(async () => expect((await citizen.notices()).length).toBe(1), { within: 20_000 });
  }, 3 * MINUTE);
  afterAll(() => (platform as Platform | undefined)?.stop(), MINUTE);

  it(
    'leave no name, phone, text or pin in any topic',
    async () => {
      const records = await allTopicBytes(platform.addresses.kafka);
      expect(records.length).toBeGreaterThan(280);
      expect(found(['reports.report.filed.v1'], Buffer.concat(records))).toHaveLength(1);
      expect(found(canaries, Buffer.concat(records))).toEqual([]);
    },
    MINUTE,
  );

  it('leave no name, phone, text or pin in any log but that of the text messages', () => {
    const { folder } = platform.addresses;
    const logs = filesBelow(folder).filter((file) => file.endsWith('.log'));
    const holding = logs.filter((file) => found(canaries, readFileSync(join(folder, file))).length > 0);
    expect(logs.length).toBeGreaterThanOrEqual(6);
    expect(holding).toEqual([join('logs', 'sms.log')]);
  });

  it('are known to three services under values of which none are the same', () => {
    const shared = new Set(['iss', 'iat', 'exp', 'acr', 'client_id', 'scope']);
    const claims = Object.values(citizen.tokens).map((token) => decodeJwt(token));
    const values = claims.map((of) => Object.entries(of).filter(([name]) => !shared.has(name)));
    const all = values.flatMap((entries) => entries.map(([, value]) => JSON.stringify(value)));
    expect(new Set(all).size).toBe(all.length);
    expect(values.every((entries) => entries.some(([name]) => name === 'sub'))).toBe(true);
  });

  it('are known to three databases under values that do not join', async () => {
    const { addresses } = platform;
    const identity = await textsOf(addresses.database('identity'));
    const reports = await textsOf(addresses.database('reports'));
    const notifications = await textsOf(addresses.database('notifications'));
    const people = standingIn(identity, /^(person\.|otp_challenge|sms_message|oidc_artifact|membership\.person_id)/);
    const reporters = standingIn(reports, /^(report|photo)\.(reporter|recipient|owner)$/);
    expect(people.size).toBeGreaterThan(5);
    expect(reporters.size).toBeGreaterThan(1);
    expect(joining(people, reports)).toEqual([]);
    expect(joining(people, notifications)).toEqual([]);
    expect(joining(reporters, notifications)).toEqual([]);
    // The search finds what joins by design: an organisation is the same everywhere.
    expect(joining(standingIn(identity, /^organisation\.id$/), reports)).not.toEqual([]);
  });

  it(
    'reach their inbox from several reports, which no seal joins',
    async () => {
      for (const description of ['Genangan', 'Banjir lagi']) await citizen.file({ description });
      await eventually(async () => expect((await citizen.notices()).length).toBe(3), { within: 20_000 });
      const records = (await allTopicBytes(platform.addresses.kafka)).map(String);
      const sealed = records.flatMap((text) => {
        const [report, seal] = [/"reportId":"([^"]+)"/, /"recipient":"([^"]+)"/].map((part) => part.exec(text)?.[1]);
        return report === undefined || seal === undefined ? [] : [{ report, seal }];
      });
      const reports = Map.groupBy(sealed, ({ report }) => report);
      expect(reports.size).toBe(3);
      const parts = [...reports.values()].map((of) => new Set(of.flatMap(({ seal }) => [seal, ...seal.split('.')])));
      for (const of of parts) of.delete('');
      const all = parts.flatMap((of) => [...of]);
      expect(all.length).toBeGreaterThanOrEqual(3 * 5);
      expect(new Set(all).size).toBe(all.length);
    },
    MINUTE,
  );
});

function filesBelow(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within)).flatMap((name) => {
    const path = join(within, name);
    if (name === 'data' || name === 'postgres-data') return [];
    return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
  });
}

function standingIn(texts: ReadonlyMap<string, string>, columns: RegExp): Map<string, string> {
  return new Map([...texts].filter(([, column]) => columns.test(column)));
}

function joining(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  const shared = [...some].filter(([text]) => others.has(text));
  return [...new Set(shared.map(([text, column]) => `${column} = ${others.get(text) ?? ''}`))];
}
