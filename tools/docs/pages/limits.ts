import { type Limit, limits } from '@jaki/platform';
import { markdownPage, type Page, table } from '../markdown.js';
import { type SourceTree } from '../../architecture/source-tree.js';

const OF_A_SERVICE = /^apps\/([^/]+)\/src\/(?:.*\/)?limits\.ts$/;

/** What one request may cost: the platform's limits, and those that a service exports as `limits` from a `limits.ts`. */
export async function limitsPage(tree: SourceTree): Promise<Page> {
  const own = [...tree.keys()].flatMap((path) => {
    const service = OF_A_SERVICE.exec(path)?.[1];
    return service === undefined ? [] : [{ service, path }];
  });
  const services = await Promise.all(own.map(({ service, path }) => limitsOf(service, path)));
  const rows = [...Object.values(limits).map((limit) => rowOf('every service', limit)), ...services.flat()];
  return markdownPage(
    'limits.md',
    '# Limits',
    `What one request may cost a service, and what is answered beyond it. Each has its test; 1.0 GB of memory is enough for
any one service under all of them.`,
    table(['service', 'what', 'at most', 'answer beyond'], rows),
  );
}

async function limitsOf(service: string, path: string): Promise<string[][]> {
  const file = new URL(`../../../${path}`, import.meta.url).href;
  const { limits: own } = (await import(file)) as { limits: Readonly<Record<string, Limit>> };
  return Object.values(own).map((limit) => rowOf(service, limit));
}

function rowOf(service: string, { what, most, unit, answer }: Limit): string[] {
  return [service, what, `${most.toLocaleString('en')} ${unit}`, answer];
}
