import { databaseTroubleOf } from '@jaki/messaging';

/** True when PostgreSQL could not be reached, went away, has no room or gave up, so that the same work may succeed later. */
export function isDatabaseDown(error: unknown): boolean {
  const trouble = databaseTroubleOf(error);
  return trouble === 'away' || trouble === 'overdue';
}

/** True when a row was refused by the constraint or unique index of that name. */
export function breaksConstraint(error: unknown, constraint: string): error is Error {
  return error instanceof Error && 'constraint' in error && error.constraint === constraint;
}

/** True when others were in the way: PostgreSQL gave up waiting for a lock, or one side of a deadlock or of a race. */
export function isLockTimeout(error: unknown): boolean {
  return databaseTroubleOf(error) === 'contended';
}
