import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Page } from './markdown.js';

/** Which files of a folder differ from the pages that should be in it: changed, missing, or left over. */
export function stale(folder: string, pages: readonly Page[]): string[] {
  const expected = new Map(pages.map(({ path, content }) => [path, content]));
  const differing = [...expected].filter(([path, content]) => contentOf(join(folder, path)) !== content);
  return [...differing.map(([path]) => path), ...filesIn(folder).filter((path) => !expected.has(path))].toSorted();
}

/** Makes a folder hold exactly these pages. */
export function write(folder: string, pages: readonly Page[]): void {
  for (const path of stale(folder, pages)) rmSync(join(folder, path), { force: true });
  for (const { path, content } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function filesIn(folder: string): string[] {
  return globSync('**/*.*', { cwd: folder });
}

function contentOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
