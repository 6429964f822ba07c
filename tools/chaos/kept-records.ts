import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { faultsPage } from './faults-page.js';
import { type Records } from './recorded.js';

export const recordsFile = fileURLToPath(new URL('results.json', import.meta.url));
export const faultsFile = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

/** What was kept of earlier runs in full. */
export function readRecords(): Records {
  return existsSync(recordsFile) ? (JSON.parse(readFileSync(recordsFile, 'utf8')) as Records) : {};
}

/** As Prettier lays out a file of this name. */
export async function formatted(content: string, file: string): Promise<string> {
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

/** Whether docs/faults.md says what the kept runs say, under the rows as they are named now. */
export async function faultsPageIsStale(page = readFileSync(faultsFile, 'utf8')): Promise<boolean> {
  return (await formatted(faultsPage(readRecords()), faultsFile)) !== page;
}
