import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { newId } from '@jaki/kernel';
import { type TestDatabase, testDatabase } from '@jaki/testing';
import { createPool, keepOrganisation, knownOrganisation, organisationTable } from '../src/index.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('our copy of an organisation', () => {
  let database: TestDatabase;
  let db: Kysely<object>;
  const id = newId();
  const event = (sequence: number, name: string, parentId?: string) => ({
    sequence,
    data: {
      organisationId: id,
      name,
      kind: 'sub_agency',
      regions: ['31.71'],
      categories: ['flood'],
      ...(parentId === undefined ? {} : { parentId }),
    },
  });
  const keep = (...of: Parameters<typeof event>) =>
    db.transaction().execute((tx) => keepOrganisation(tx, knownOrganisation(event(...of))));
  const kept = async () => (await sql`SELECT * FROM organisation`.execute(db)).rows;

  beforeAll(async () => {
    database = await testDatabase([]);
    db = new Kysely({ dialect: new PostgresDialect({ pool: createPool(database.url, { name: 'copy' }) }) });
    await sql.raw(organisationTable).execute(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('is the newest state, in whatever order the events come and however often', async () => {
    const parent = newId();
    const state = { id, kind: 'sub_agency', regions: ['31.71'], categories: ['flood'] };
    expect([await keep(2, 'two', parent), await keep(1, 'one'), await keep(2, 'two again')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await kept()).toEqual([{ ...state, name: 'two', parent, version: 2 }]);
    expect(await keep(3, 'three')).toBe(true);
    expect(await kept()).toEqual([{ ...state, name: 'three', parent: null, version: 3 }]);
  });
});

describe('the table of the copy', () => {
  // Identity's own table is the original, and no copy.
  const schemas = globSync('apps/*/prisma/schema.prisma', { cwd: root }).filter((file) => !file.includes('identity'));
  const columnsOf = (file: string) => {
    const [, body] = /model organisation \{([^}]*)\}/i.exec(readFileSync(root + file, 'utf8')) ?? [];
    return [...(body ?? '').matchAll(/^ +([a-z_]+) +(String|Int)/gm)].map(([, name]) => name).sort();
  };
  const copies = schemas.filter((file) => columnsOf(file).length > 0);

  it('is kept by somebody', () => {
    expect(copies.length).toBeGreaterThan(1);
  });

  it.each(copies)('has the same columns wherever it is kept: %s', (file) => {
    const columns = [...organisationTable.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(columnsOf(file)).toEqual(columns.sort());
  });
});
