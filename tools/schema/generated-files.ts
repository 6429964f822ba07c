import { contractExports } from '../contracts/exports.js';
import { noticeSources } from '../contracts/notice-sources.js';
import { deploymentFiles } from '../deployment/index.js';
import { clientTypes } from '../rest/client-types.js';
import { type Generated } from './generated.js';
import { kyselyTypes } from './kysely-types.js';
import { openApiMetadata } from './openapi-metadata.js';
import { keepers, services } from './projects.js';

/**
 * All generated files as they should be now.
 *
 * @param only names of projects (`apps/reports`); none means all
 */
export async function generatedFiles(only: readonly string[] = []): Promise<Generated[]> {
  const wanted = ({ name }: { name: string }) => only.length === 0 || only.includes(name);
  const types = [];
  // One after another: each starts Prisma, which takes a second of a core.
  for (const keeper of keepers().filter(wanted)) types.push(await kyselyTypes(keeper));
  const exports = [...contractExports(), noticeSources(), ...deploymentFiles()].filter(({ project }) =>
    wanted({ name: project }),
  );
  const clients = only.length === 0 ? await clientTypes() : [];
  return [...exports, ...types, ...clients, ...services().filter(wanted).map(openApiMetadata)];
}
