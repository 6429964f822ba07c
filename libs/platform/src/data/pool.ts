import pg from 'pg';
import { sessionSettings } from '@jaki/messaging';
import { PreparingClient } from './preparing-client.js';

export interface PoolOptions {
  /** Shown in `pg_stat_activity`. */
  readonly name?: string;
  /** Most connections at once. */
  readonly size?: number;
  /** False behind a pooler that hands sessions out by the transaction and knows no prepared statements. Default true. */
  readonly prepare?: boolean;
}

const INT8 = 20;
const DATE = 1082;

type ParsedType = Parameters<typeof pg.types.getTypeParser>[0];

/** int8 arrives as bigint and date as text ('2026-11-22'); all else as pg does. Per pool, as others share the process. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(type: ParsedType, format?: 'text' | 'binary'): unknown {
    const oid: number = type;
    if (format !== 'binary' && oid === INT8) return BigInt;
    if (format !== 'binary' && oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(type, format);
  },
};

/** A pool whose sessions speak UTC, give up in time and hand out exact integers. The caller ends it. */
export function createPool(
  databaseUrl: string,
  { name = 'jaki', size = 10, prepare = true }: PoolOptions = {},
): pg.Pool {
  return new pg.Pool({
    connectionString: databaseUrl,
    application_name: name,
    max: size,
    ...sessionSettings,
    types: typeParsers,
    ...(prepare && { Client: PreparingClient }),
  });
}
