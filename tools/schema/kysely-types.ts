import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Generated } from './generated.js';
import { type Keeper } from './projects.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Kysely's types of a project's tables, freshly made from its `schema.prisma`, without touching the project. */
export async function kyselyTypes({ name, folder }: Keeper): Promise<Generated> {
  const scratch = await mkdtemp(`${root}node_modules/.cache-schema-`);
  try {
    await cp(new URL('prisma/schema.prisma', folder), `${scratch}/prisma/schema.prisma`);
    await promisify(execFile)(`${root}node_modules/.bin/prisma`, ['generate', '--schema', 'prisma/schema.prisma'], {
      cwd: scratch,
      // For this command alone: it only keeps Prisma from downloading an engine that generating does not need. Other
      // commands of Prisma would exit 0 with it and do nothing.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    });
    const content = await readFile(`${scratch}/src/generated/db.ts`, 'utf8');
    return { project: name, file: new URL('src/generated/db.ts', folder), content };
  } finally {
    await rm(scratch, { recursive: true });
  }
}
