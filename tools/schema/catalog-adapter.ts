import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';

// PostgreSQL's "char", of which its catalog is full, and what the adapter and the engine call it.
const CHAR = 18;
const CHAR_ARRAY = 1002;
const CHARACTER_ARRAY = 70;
const CHARACTER = 6;

type Query = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

/**
 * Prisma's adapter, made to read the catalog. By itself it refuses a column of type "char" and has no way to hand one
 * to the engine; so the pool passes such a column off as an array of them, and the answer is put right afterwards.
 */
export class CatalogAdapter extends PrismaPg {
  constructor(pool: pg.Pool) {
    const original = pool.query.bind(pool) as Query;
    const query: Query = async (config) => {
      const result = await original(config);
      for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY;
      return result;
    };
    super(Object.assign(pool, { query }));
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (query) => {
      const { columnTypes, ...rest } = await queryRaw(query);
      return { ...rest, columnTypes: columnTypes.map((type) => (type === CHARACTER_ARRAY ? CHARACTER : type)) };
    };
    return connection;
  }
}
