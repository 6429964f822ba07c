import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Pool } from 'pg';
import { type TestDatabase, testDatabase } from '@jaki/testing';
import { createPool } from '../src/index.js';

describe('a pool', () => {
  let database: TestDatabase;
  const pools: Pool[] = [];

  beforeAll(async () => {
    database = await testDatabase([]);
    await one({ prepare: false }).query('CREATE TABLE thing (id int, name text)');
  });

  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  /** With one session, so that what was prepared is seen. */
  function one(options: { prepare?: boolean } = {}): Pool {
    const pool = createPool(database.url, { size: 1, ...options });
    pools.push(pool);
    return pool;
  }
  const times = async (pool: Pool, text: string) => {
    for (let time = 0; time < 8; time++) await pool.query(text, [time]);
  };
  const prepared = async (pool: Pool) => {
    const { rows } = await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
    return rows.map(({ statement }) => statement);
  };

  it('prepares a statement that comes often, once a session', async () => {
    const pool = one();
    const often = 'SELECT id, name FROM thing WHERE id = $1';
    await pool.query('SELECT name FROM thing WHERE id = $1', [1]);
    await times(pool, often);
    expect(await prepared(pool)).toEqual([often]);
    const other = one();
    await other.query(often, [1]);
    expect(await prepared(other)).toEqual([often]);
  });

  it('goes on reading when a newer release adds a column', async () => {
    const pool = one();
    const all = 'SELECT * FROM thing WHERE id = $1';
    const named = 'SELECT thing.id FROM thing WHERE id = $1';
    for (const text of [all, named]) await times(pool, text);
    await one().query('ALTER TABLE thing ADD colour text');
    await one().query("INSERT INTO thing VALUES (1, 'lamp', 'red')");
    expect((await pool.query(all, [1])).rows).toEqual([{ id: 1, name: 'lamp', colour: 'red' }]);
    expect((await pool.query(named, [1])).rows).toEqual([{ id: 1 }]);
  });

  it('prepares none where a pooler hands sessions out by the transaction', async () => {
    const pool = one({ prepare: false });
    await times(pool, 'SELECT id, name FROM thing WHERE name = $1::text');
    expect(await prepared(pool)).toEqual([]);
  });

  it('answers a prepared statement that fails with its error, and goes on', async () => {
    const pool = one();
    const text = 'SELECT 1 / $1::int AS quotient';
    for (let time = 1; time < 8; time++) await pool.query(text, [time]);
    await expect(pool.query(text, [0])).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query(text, [1])).rows).toEqual([{ quotient: 1 }]);
  });
});
