import { globSync } from 'node:fs';
import { posix } from 'node:path';
import { type Generated } from '../schema/generated.js';

const NOTE = '// Made from the files of this folder: npm run generate';

/**
 * The files that export what lies in `events/<context>/`: its topics and every event. Files that two events share are
 * not exported.
 *
 * @param source the folder that holds `events`
 */
export function contractExports(source: URL = new URL('../../libs/contracts/src/', import.meta.url)): Generated[] {
  const files = globSync('events/*/{topics,*.v*}.ts', { cwd: source }).sort();
  const contexts = [...Map.groupBy(files, (file) => posix.basename(posix.dirname(file)))];
  const made = (path: string, lines: readonly string[]) => ({
    project: 'libs/contracts',
    file: new URL(`events/${path}`, source),
    content: [NOTE, ...lines].join('\n'),
  });
  const names = contexts.map(([context]) => context);
  return [
    ...contexts.map(([context, own]) => made(`${context}/index.ts`, own.map(exportAll))),
    made(
      'index.ts',
      names.map((context) => `export * from './${context}/index.js';`),
    ),
    made(
      'contexts.ts',
      names.map((context) => `export * as ${context} from './${context}/index.js';`),
    ),
  ];
}

function exportAll(file: string): string {
  return `export * from './${posix.basename(file, '.ts')}.js';`;
}
