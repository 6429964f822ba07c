import { readFile } from 'node:fs/promises';
import { CannotImport, UnusableFile } from './cannot-import.js';

/** The text of a file. @throws CannotImport when it cannot be read, UnusableFile when it is not in UTF-8 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new CannotImport(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, {
      cause,
    });
  });
  return decode(bytes);
}

/**
 * The text of UTF-8; a mark at its beginning is skipped.
 *
 * @throws UnusableFile when it is in another encoding, in which letters would be lost
 */
export function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnusableFile('It is not in UTF-8: save it in that encoding.', { cause });
  }
}
