import { expressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';
import { type DB } from '../generated/db.js';

/** The region is one of those, or lies within one. Region codes hold digits and dots only, so LIKE needs no escape. */
export function within(column: 'region', regions: readonly string[]): ExpressionWrapper<DB, 'report', SqlBool> {
  const eb = expressionBuilder<DB, 'report'>();
  return eb.or(regions.flatMap((region) => [eb(column, '=', region), eb(column, 'like', `${region}.%`)]));
}
