import { migrate } from '@jaki/platform';
import { schemaDrift } from './drift.js';
import { type Keeper, keepers } from './projects.js';

/** An empty database to migrate; `drop` throws it away. */
export interface ScratchDatabase {
  readonly url: string;
  readonly drop: () => Promise<unknown>;
}

/** Migrates each project's tables into a scratch database of its own. @returns what differs, a text for each project */
export async function drifts(
  scratch: () => Promise<ScratchDatabase>,
  projects: readonly Keeper[] = keepers(),
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, folder, schema } of projects) {
    const { url, drop } = await scratch();
    try {
      await migrate(url, [{ schema, folder: new URL('prisma/migrations/', folder) }]);
      const sql = await schemaDrift(url, new URL('prisma/schema.prisma', folder));
      if (sql !== undefined) found.push(`${name}: its migrations and schema.prisma differ by\n${sql}`);
    } finally {
      await drop();
    }
  }
  return found;
}
