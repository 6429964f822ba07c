import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '@jaki/testing';
import { schemaDrift } from './drift.js';
import { drifts } from './drifts.js';
import { keepers } from './projects.js';

const SCHEMA = `
datasource db {
  provider = "postgresql"
}

model shelf {
  id    String  @id @db.Uuid
  label String  @unique
  books book[]
}

model book {
  id       String   @id @db.Uuid
  title    String
  pages    Int      @default(0)
  shelf_id String   @db.Uuid
  read_at  DateTime? @db.Timestamptz(3)
  shelf    shelf    @relation(fields: [shelf_id], references: [id])

  @@index([title])
}
`;

const TABLES = `
  CREATE TABLE shelf (id uuid PRIMARY KEY, label text NOT NULL);
  CREATE UNIQUE INDEX shelf_label_key ON shelf (label);
  CREATE TABLE book (id uuid PRIMARY KEY, title text NOT NULL, pages integer NOT NULL DEFAULT 0, shelf_id uuid NOT NULL,
    read_at timestamptz(3), CONSTRAINT book_shelf_id_fkey FOREIGN KEY (shelf_id) REFERENCES shelf (id) ON UPDATE CASCADE ON DELETE RESTRICT);
  CREATE INDEX book_title_idx ON book (title);`;

describe('drift between schema.prisma and the database', () => {
  let folder: string;
  let schemaFile: URL;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-drift-'));
    writeFileSync(join(folder, 'schema.prisma'), SCHEMA);
    schemaFile = pathToFileURL(join(folder, 'schema.prisma'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const driftAfter = async (change: string) => {
    const database = await testDatabase([]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(TABLES + change);
    await client.end();
    try {
      return await schemaDrift(database.url, schemaFile);
    } finally {
      await database.drop();
    }
  };

  it('is none when they agree', async () => {
    expect(await driftAfter('')).toBeUndefined();
  });

  it.each([
    ['a missing table', 'DROP TABLE book', 'CREATE TABLE "book"'],
    ['a table that nobody declared', 'CREATE TABLE lamp (id uuid PRIMARY KEY)', 'DROP TABLE "lamp"'],
    ['a missing column', 'ALTER TABLE book DROP read_at', 'ADD COLUMN     "read_at" TIMESTAMPTZ(3)'],
    ['a column that nobody declared', 'ALTER TABLE book ADD weight integer', 'DROP COLUMN "weight"'],
    ['another type', 'ALTER TABLE book ALTER pages TYPE bigint', '"pages"'],
    ['another precision', 'ALTER TABLE book ALTER read_at TYPE timestamptz(6)', 'TIMESTAMPTZ(3)'],
    ['a column that may be null', 'ALTER TABLE book ALTER title DROP NOT NULL', '"title" SET NOT NULL'],
    ['a missing default', 'ALTER TABLE book ALTER pages DROP DEFAULT', '"pages" SET DEFAULT 0'],
    ['a missing index', 'DROP INDEX book_title_idx', 'CREATE INDEX "book_title_idx"'],
    ['a missing unique index', 'DROP INDEX shelf_label_key', 'CREATE UNIQUE INDEX "shelf_label_key"'],
    [
      'a missing foreign key',
      'ALTER TABLE book DROP CONSTRAINT book_shelf_id_fkey',
      'ADD CONSTRAINT "book_shelf_id_fkey"',
    ],
  ])('sees %s and says how to mend it', async (_, change, mend) => {
    expect(await driftAfter(change)).toContain(mend);
  });

  it.each([
    ['a CHECK', 'ALTER TABLE book ADD CHECK (pages >= 0)'],
    ['a partial index', 'CREATE INDEX ON book (title) WHERE pages > 100'],
  ])('does not see %s, and says that it does not', async (_, change) => {
    expect(await driftAfter(change)).toBeUndefined();
  });

  it('is looked for in libraries and services alike, each migrated by itself', async () => {
    const all = keepers();
    expect(all).toContainEqual(expect.objectContaining({ name: 'libs/messaging', schema: 'messaging' }));
    expect(all).toContainEqual(expect.objectContaining({ name: 'apps/reports', schema: 'public' }));
    const platform = all.filter(({ name }) => name === 'libs/platform');
    expect(await drifts(() => testDatabase([]), platform)).toEqual([]);
  });
});
