// Makes the committed files that follow from others: Kysely's types from each schema.prisma, and each service's OpenAPI
// metadata from its DTOs, the exports of the contracts from their folders. `--check` writes nothing and names the stale ones.
//   npm run generate -- [--check] [apps/reports …]
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale, write } from './generated.js';
import { generatedFiles } from './generated-files.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const check = process.argv.includes('--check');
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

for (const generated of await generatedFiles(only)) {
  if (!(await isStale(generated))) continue;
  console.log(`${relative(root, fileURLToPath(generated.file))} ${check ? 'is not current' : 'written'}`);
  if (check) process.exitCode = 1;
  else await write(generated);
}
