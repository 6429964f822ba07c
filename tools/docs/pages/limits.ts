import { type Limit, limits, type RateLimit } from '@jaki/platform';
import { type SourceTree } from '../../architecture/source-tree.js';
import { markdownPage, type Page, table } from '../markdown.js';

const LIMITS = /^apps\/([^/]+)\/src\/(?:.*\/)?limits\.ts$/;
const QUOTAS = /^apps\/([^/]+)\/src\/(?:.*\/)?quotas\.ts$/;

/**
 * What one request may cost: the platform's limits, and those that a service exports as `limits` from a `limits.ts`; and
 * how much one person may ask for: all that a service exports from a `quotas.ts`.
 */
export async function limitsPage(tree: SourceTree): Promise<Page> {
  const own = await Promise.all(filesOf(tree, LIMITS).map(limitsOf));
  const quotas = await Promise.all(filesOf(tree, QUOTAS).map(quotasOf));
  const rows = [...Object.values(limits).map((limit) => rowOf('every service', limit)), ...own.flat()];
  return markdownPage(
    'limits.md',
    '# Limits',
    `What one request may cost a service, and what is answered beyond it. Each has its test.`,
    table(['service', 'what', 'at most', 'answer beyond'], rows),
    '## For one person',
    `Beyond it a request is answered 429 \`too_many_requests\`, with \`Retry-After\`. What was used comes back evenly within the
time. \`RATE_LIMITS\` sets others.`,
    table(['service', 'limit', 'role', 'at most'], quotas.flat()),
  );
}

interface OwnFile {
  readonly service: string;
  readonly url: string;
}

function filesOf(tree: SourceTree, pattern: RegExp): OwnFile[] {
  return [...tree.keys()].flatMap((path) => {
    const service = pattern.exec(path)?.[1];
    return service === undefined ? [] : [{ service, url: new URL(`../../../${path}`, import.meta.url).href }];
  });
}

async function quotasOf({ service, url }: OwnFile): Promise<string[][]> {
  const own = Object.values((await import(url)) as Readonly<Record<string, RateLimit>>);
  return own.flatMap(({ name, quotas }) =>
    Object.entries(quotas).map(([role, { quota, seconds }]) => [
      service,
      `\`${name}\``,
      role,
      `${quota.toLocaleString('en')} in ${seconds.toLocaleString('en')} seconds`,
    ]),
  );
}

async function limitsOf({ service, url }: OwnFile): Promise<string[][]> {
  const { limits: own } = (await import(url)) as { limits: Readonly<Record<string, Limit>> };
  return Object.values(own).map((limit) => rowOf(service, limit));
}

function rowOf(service: string, { what, most, unit, answer }: Limit): string[] {
  return [service, what, `${most.toLocaleString('en')} ${unit}`, answer];
}
