import { expressionBuilder, type ExpressionWrapper, type SqlBool } from 'kysely';

/**
 * In SQL: the column's region is one of those, or lies within one. Without any, nothing does. Region codes hold letters,
 * digits and dots only, so LIKE needs no escape. Their other direction needs no SQL of its own: a region is covered by
 * whichever of `regionsAround(region)` is there.
 *
 * @param column of a table that the query selects from
 */
export function liesWithin<DB, Table extends keyof DB>(
  column: Extract<keyof DB[Table], string>,
  regions: readonly string[],
): ExpressionWrapper<DB, Table, SqlBool> {
  const eb = expressionBuilder<DB, Table>();
  const is = (operator: '=' | 'like', value: string) => eb(column as never, operator, value as never);
  return eb.or(regions.flatMap((region) => [is('=', region), is('like', `${region}.%`)]));
}
