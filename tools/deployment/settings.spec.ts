import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readTree } from '../architecture/source-tree.js';
import { serviceNames } from '../dev/services.js';
import { settingsIn } from './settings.js';

const tree = readTree(fileURLToPath(new URL('../../', import.meta.url)));
const platform = settingsIn('libs/platform/src/config/platform-config.ts', tree);
const files = serviceNames.map((name) => `apps/${name}/src/config.ts`);

describe('the settings of .env.example', () => {
  it('have the defaults of the code, as the environment would have them', () => {
    const defaults = Object.fromEntries(platform.map(({ name, unless }) => [name, unless]));
    expect(defaults).toMatchObject({ PORT: '0', HOST: '127.0.0.1', RETRY_DELAYS: '60,600,3600', CORS_ORIGINS: '' });
    expect(defaults['DATABASE_URL']).toBeUndefined();
  });

  it('each say what they are', () => {
    const all = [...platform, ...files.flatMap((file) => settingsIn(file, tree))];
    expect(all.filter(({ says }) => says === '').map(({ name }) => name)).toEqual([]);
    expect(all.length).toBeGreaterThan(25);
  });
});
