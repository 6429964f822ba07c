import { describe, expect, it } from '@jest/globals';
import { type Contracts, contractsByContext } from '../published.js';
import { versionToPublish } from '../version-to-publish.js';
import { compareVersions } from '../versions.js';
import { alter, fields, planted, zoo } from './zoo.js';

describe('the version that changed contracts are published under', () => {
  const next = (change: Parameters<typeof planted>[0]) => versionToPublish(planted(change), [zoo()]);

  it('is none when nothing has changed', () => {
    expect(next(() => undefined)).toBeUndefined();
  });

  it('is a patch when only words or samples have', () => {
    expect(next(alter('note', { description: 'Any words' }))).toBe('1.2.1');
    expect(next(({ events }) => Object.values(events).map((event) => Object.assign(event, { examples: [1] })))).toBe(
      '1.2.1',
    );
  });

  it('is a minor one when something was added', () => {
    expect(next(fields({ sound: { type: 'string' } }))).toBe('1.3.0');
    expect(next(({ topics }) => Object.values(topics).map((topic) => Object.assign(topic, { retentionMs: -1 })))).toBe(
      '1.3.0',
    );
  });

  it('is what package.json says when a person has raised that', () => {
    expect(next((contracts) => Object.assign(contracts, { version: '2.0.0' }))).toBe('2.0.0');
    expect(versionToPublish(zoo(), [])).toBe('1.2.0');
  });

  it('sorts by number, not by text', () => {
    expect(['1.10.0', '2.0.0', '1.9.1', '1.9.0'].sort(compareVersions)).toEqual(['1.9.0', '1.9.1', '1.10.0', '2.0.0']);
  });

  it('changes for the context that has changed, and for no other', () => {
    const next = contractsByContext().map(({ context, current, published }) => {
      const sound = { type: 'string', 'x-privacy': 'public' };
      const changed = JSON.parse(JSON.stringify(current), (key, value: object) =>
        key === 'properties' && context === 'reports' ? { ...value, sound } : value,
      ) as Contracts;
      return [context, published.at(-1)?.version, versionToPublish(changed, published)];
    });
    expect(next.map(([context, before, after]) => [context, after === undefined || after === before])).toEqual([
      ['identity', true],
      ['marketplace', true],
      ['reports', false],
    ]);
  });
});
