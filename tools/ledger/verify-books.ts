import { type Client } from 'pg';
import { checks } from './checks.js';

/** What of one rule is not kept, a line each. */
export interface Finding {
  readonly rule: string;
  readonly faults: readonly string[];
}

const SHOWN = 20;

/** Holds the books against every rule, all at one moment. */
export async function verifyBooks(client: Client): Promise<{ findings: Finding[]; postings: number }> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const findings: Finding[] = [];
    for (const { rule, query } of checks) findings.push({ rule, faults: await faultsOf(client, query) });
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM ledger_transfer');
    return { findings, postings: rows[0]?.n ?? 0 };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function faultsOf(client: Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ reference: string; why: string }>(query);
  const lines = rows.slice(0, SHOWN).map(({ reference, why }) => `${reference}: ${why}`);
  return rows.length > SHOWN ? [...lines, `and ${rows.length - SHOWN} more`] : lines;
}
