import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { type Generated } from '../schema/generated.js';

/**
 * The list of what notifications hears and tells: each `sources/<context>/<subject>-notices.ts`, which exports
 * `<subject>Notices`.
 *
 * @param folder the folder `sources`
 */
export function noticeSources(
  folder: URL = new URL('../../apps/notifications/src/sources/', import.meta.url),
): Generated {
  const files = globSync('*/*-notices.ts', { cwd: folder }).sort();
  const named = files.map((file) => ({ file, name: camelCase(basename(file, '.ts')) }));
  const content = [
    '// Made from the files of this folder: npm run generate',
    "import { type NoticeSource } from '../telling/notices-from.js';",
    ...named.map(({ file, name }) => `import { ${name} } from './${file.replace(/\.ts$/, '.js')}';`),
    `export const sources: readonly NoticeSource[] = [${named.map(({ name }) => name).join(', ')}];`,
  ].join('\n');
  return { project: 'apps/notifications', file: new URL('index.ts', folder), content };
}

function camelCase(text: string): string {
  return text.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
