import { isDeepStrictEqual } from 'node:util';
import { type Contracts } from './published.js';
import { compareVersions, versionAfter } from './versions.js';

/**
 * The version under which the current contracts go out: that of their package.json when a person raised it, else the
 * next one. Undefined when nothing has changed.
 */
export function versionToPublish(current: Contracts, published: readonly Contracts[]): string | undefined {
  const newest = published.at(-1);
  if (newest === undefined || compareVersions(current.version, newest.version) > 0) return current.version;
  const { version } = newest;
  if (isDeepStrictEqual({ ...current, version }, newest)) return undefined;
  const onlyWords = isDeepStrictEqual(withoutWords({ ...current, version }), withoutWords(newest));
  return versionAfter(version, onlyWords ? 'patch' : 'minor');
}

/** Without what is for people only. A field of an event may well be called `title`: only texts and samples go. */
function withoutWords(contracts: Contracts): unknown {
  return JSON.parse(JSON.stringify(contracts), (key, value: unknown) => {
    const words = (['title', 'description'].includes(key) && typeof value === 'string') || key === 'examples';
    return words ? undefined : value;
  }) as unknown;
}
