import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, getFileInfo, resolveConfig } from 'prettier';

/** A file that is made from others, and committed. */
export interface Generated {
  readonly project: string;
  readonly file: URL;
  readonly content: string;
}

/** Whether the file on disk says anything else than what would be made now; layout does not count. */
export async function isStale({ file, content }: Generated): Promise<boolean> {
  if (!existsSync(file)) return true;
  const present = await readFile(file, 'utf8');
  return (await laidOut(present, file)) !== (await laidOut(content, file));
}

export async function write({ file, content }: Generated): Promise<void> {
  await mkdir(new URL('./', file), { recursive: true });
  await writeFile(file, await laidOut(content, file));
}

async function laidOut(content: string, file: URL): Promise<string> {
  const path = fileURLToPath(file);
  const { inferredParser } = await getFileInfo(path);
  // What prettier does not know stays as it was made.
  if (inferredParser === null) return content;
  return format(content, { ...(await resolveConfig(path)), parser: inferredParser });
}
