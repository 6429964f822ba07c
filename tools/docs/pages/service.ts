import { type EventDeclaration } from '@jaki/contracts';
import { type SourceTree } from '../../architecture/source-tree.js';
import { code, markdownPage, type Page, table } from '../markdown.js';
import { routesIn } from '../routes.js';
import { filesOf, type ServiceEvents } from '../services.js';

/** One service in tables: its routes and who may call them, the events it announces and hears. */
export function servicePage({ service, announces, hears }: ServiceEvents, tree: SourceTree): Promise<Page> {
  const routes = filesOf(service, tree).flatMap(routesIn);
  return markdownPage(
    `services/${service}.md`,
    `# ${service}`,
    `What it is for and how to run it: [apps/${service}](../../../apps/${service}/README.md). Bodies, answers and problems:
${code('/docs')} and ${code('/openapi.json')} of the running service.`,
    '## Routes',
    table(
      ['', 'path', 'who', 'what'],
      routes.map(({ method, path, who, summary }) => [method, code(path), who, summary]),
    ),
    '## Events it announces',
    table(['event', 'when'], announces.map(row)),
    '## Events it hears',
    table(['event', 'when'], hears.map(row)),
  );
}

function row({ type, summary }: EventDeclaration): string[] {
  return [`[${type}](../events.md#${type.replaceAll('.', '')})`, summary];
}
