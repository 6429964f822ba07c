import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isStale, write } from './generated.js';
import { kyselyTypes } from './kysely-types.js';
import { openApiMetadata } from './openapi-metadata.js';
import { keepers, services } from './projects.js';

describe('generated files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-generated-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are stale when absent or saying something else, not when laid out otherwise', async () => {
    const path = join(folder, 'src', 'made.ts');
    const made = { project: 'x', file: pathToFileURL(path), content: 'export const a = 1;' };
    expect(await isStale(made)).toBe(true);
    await write(made);
    expect(await isStale(made)).toBe(false);
    writeFileSync(path, 'export   const a\n = 1');
    expect(await isStale(made)).toBe(false);
    writeFileSync(path, 'export const a = 2;');
    expect(await isStale(made)).toBe(true);
  });

  it("hold the tables of a project's schema.prisma as they are now", async () => {
    const platform = keepers().find(({ name }) => name === 'libs/platform')!;
    const types = await kyselyTypes(platform);
    expect(types.content).toMatch(/.platform\.idempotency_key.: IdempotencyKey/);
    expect(await isStale(types)).toBe(false);
  });

  it("hold the shapes of a service's DTOs with their comments, and none of the libraries'", () => {
    const reports = services().find(({ name }) => name === 'apps/reports')!;
    const { content } = openApiMetadata(reports);
    expect(content).toContain('file-report.dto');
    expect(content).not.toContain('libs/');
  });
});
