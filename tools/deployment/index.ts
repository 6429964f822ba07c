import { readTree } from '../architecture/source-tree.js';
import { composeFile } from '../containers/compose.js';
import { type Generated } from '../schema/generated.js';
import { envExample } from './env-example.js';
import { prometheusFile } from './prometheus.js';
import { rootReferences } from './references.js';

const root = new URL('../../', import.meta.url);

/** What names every service, made from what each says of itself. */
export function deploymentFiles(): Generated[] {
  const made = {
    'docker-compose.yml': composeFile(),
    '.env.example': envExample(readTree(root.pathname)),
    'operations/prometheus.yml': prometheusFile(),
    'tsconfig.json': rootReferences(),
  };
  return Object.entries(made).map(([file, content]) => ({ project: '.', file: new URL(file, root), content }));
}
