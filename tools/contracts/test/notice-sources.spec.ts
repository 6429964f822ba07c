import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isStale } from '../../schema/generated.js';
import { noticeSources } from '../notice-sources.js';

describe('the sources of notices', () => {
  let folder: string;
  const add = (file: string) => {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'export {};\n');
  };
  const listed = () => /= \[(.*)\]/.exec(noticeSources(pathToFileURL(`${folder}/`)).content)?.[1];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-sources-'));
    for (const file of ['reports/report-notices.ts', 'reports/words.ts', 'events/on-news.ts']) add(file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found by their folders: another context touches no other file', () => {
    expect(listed()).toBe('reportNotices');
    add('marketplace/order-notices.ts');
    add('marketplace/flash-sale-notices.ts');
    expect(listed()).toBe('flashSaleNotices, orderNotices, reportNotices');
  });

  it('are listed as they are', async () => {
    expect(await isStale(noticeSources())).toBe(false);
  });
});
