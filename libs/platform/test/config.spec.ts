import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MinLength } from 'class-validator';
import { PlatformConfig, readConfig } from '../src/index.js';

class Config extends PlatformConfig {
  @MinLength(8)
  readonly SECRET!: string;
}

const good = {
  DATABASE_URL: 'postgres://u:p@localhost/db',
  KAFKA_BROKERS: 'one:9092, two:9092',
  ISSUER: 'http://127.0.0.1:4001',
  SECRET: 'long enough',
};

describe('configuration', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-config-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('has a sensible value for all that need not be told', () => {
    expect(readConfig(Config, good)).toMatchObject({
      ...good,
      KAFKA_BROKERS: ['one:9092', 'two:9092'],
      PORT: 0,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      CORS_ORIGINS: [],
      TRUST_PROXY: 0,
      KAFKA_TOPIC_PREFIX: '',
      retryDelays: [60_000, 600_000, 3_600_000],
    });
  });

  it('says when dead letters are tried again, or that they are not', () => {
    const delays = (RETRY_DELAYS: string) => readConfig(Config, { ...good, RETRY_DELAYS }).retryDelays;
    expect(delays('5, 30')).toEqual([5_000, 30_000]);
    expect(delays('none')).toEqual([]);
    for (const wrong of ['5m', '0', '-1', '1,,x']) expect(() => delays(wrong)).toThrow('RETRY_DELAYS must be seconds');
  });

  it('names every fault in one message, so that one start is enough to mend them all', () => {
    const start = () =>
      readConfig(Config, { ...good, ISSUER: undefined, PORT: 'http', TRUST_PROXY: '-1', SECRET: 'short' });
    expect(start).toThrow(/ISSUER is missing/);
    expect(start).toThrow(/PORT must/);
    expect(start).toThrow(/TRUST_PROXY must/);
    expect(start).toThrow(/SECRET must/);
  });

  it.each([
    ['DATABASE_URL', 'postgres://jaki:100%@127.0.0.1/jaki'],
    ['DATABASE_URL', 'mysql://127.0.0.1/jaki'],
    ['KAFKA_BROKERS', ' , '],
    ['ISSUER', 'http://127.0.0.1:4001/'],
    ['ISSUER', 'https://id.example/realms/jaki'],
    ['ISSUER', 'https://id.example?x=1'],
    ['ISSUER', 'HTTPS://ID.example'],
    ['CORS_ORIGINS', 'https://app.example,app.example'],
    ['CORS_ORIGINS', 'https://app.example/'],
    ['CITY_DATA', '/nowhere'],
  ])('refuses %s of %s, naming the variable and its rule', (name, value) => {
    expect(() => readConfig(Config, { ...good, [name]: value })).toThrow(new RegExp(`${name} (must|should)`));
  });

  it('repeats no value in its message: it may be a secret', () => {
    expect(() => readConfig(Config, { ...good, SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('takes a value from the file that <NAME>_FILE names, without the line end', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'from a file\n');
    expect(readConfig(Config, { ...good, SECRET: undefined, SECRET_FILE: file }).SECRET).toBe('from a file');
  });

  it('says which file cannot be read, and when a value is given twice', () => {
    const missing = { ...good, SECRET: '', SECRET_FILE: join(folder, 'none') };
    expect(() => readConfig(Config, missing)).toThrow(/SECRET_FILE cannot be read.*none/);
    expect(() => readConfig(Config, missing)).not.toThrow(/SECRET is missing/);
    expect(() => readConfig(Config, { ...good, SECRET_FILE: folder })).toThrow('SECRET_FILE and SECRET are both given');
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig(Config, { ...good, LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
    expect(() => readConfig(Config, { ...good, ISSUER: '' })).toThrow('ISSUER is missing');
  });

  it('carries nothing of the environment but what was declared', () => {
    expect(readConfig(Config, { ...good, PATH: '/bin' })).not.toHaveProperty('PATH');
  });
});
