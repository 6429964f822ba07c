import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CannotStart } from '@jaki/testing/embedded';
import { inOrder } from './import-order.js';
import { filled, type Tokens } from './names.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const templates = fileURLToPath(new URL('templates/', import.meta.url));

/** What is to be written, by path from the root of the workspace. */
export type NewFiles = ReadonlyMap<string, string>;

/** The files of a folder of templates, for a folder of the workspace. */
export function fromTemplates(from: string, into: string, tokens: Tokens): NewFiles {
  const names = globSync('**/*.tpl', { cwd: join(templates, from) }).sort();
  return new Map(
    names.map((name) => [
      join(into, filled(name.replace(/\.tpl$/, ''), tokens)),
      filled(readFileSync(join(templates, from, name), 'utf8'), tokens),
    ]),
  );
}

/** One template alone. */
export function template(name: string, tokens: Tokens): string {
  return filled(readFileSync(join(templates, `${name}.tpl`), 'utf8'), tokens);
}

/** @throws CannotStart when one of them is there already; then none is written */
export async function create(files: NewFiles): Promise<void> {
  const there = [...files.keys()].find((path) => existsSync(join(root, path)));
  if (there !== undefined) throw new CannotStart(`${there} is there already: choose another name.`);
  for (const [path, content] of files) await write(path, content);
}

/** @throws CannotStart when there is no such file */
export function read(path: string): string {
  const text = readIfThere(path);
  if (text === undefined) throw new CannotStart(`There is no ${path}: say which service and feature you mean.`);
  return text;
}

export function readIfThere(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}

/** Laid out as all files are. */
export async function write(path: string, content: string): Promise<void> {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, /\.(ts|json|md|mjs)$/.test(path) ? await laidOut(file, content) : content);
}

async function laidOut(file: string, content: string): Promise<string> {
  const ordered = file.endsWith('.ts') ? await inOrder(file, content) : content;
  return format(ordered, { ...(await resolveConfig(file)), filepath: file });
}
