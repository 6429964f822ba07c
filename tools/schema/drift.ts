import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { startEngine } from './prisma-engine.js';

/** What the comparison cannot see. Said with every result, so that silence is not taken for proof. */
export const BLIND_SPOTS =
  'CHECK constraints, partial and expression indexes, generated columns, triggers, functions, sequences, rights and comments';

/**
 * Compares a migrated database with the `schema.prisma` that its types are generated from.
 *
 * @returns the SQL that would turn the database into what the file says; undefined when they agree
 */
export async function schemaDrift(databaseUrl: string, schemaFile: URL): Promise<string | undefined> {
  const files = [{ path: schemaFile.pathname, content: await readFile(schemaFile, 'utf8') }];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    const engine = await startEngine(pool, files);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    return exitCode === 0 ? undefined : (stdout ?? '').trim();
  } finally {
    await pool.end();
  }
}
