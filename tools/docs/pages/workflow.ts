import { type Workflow, type WorkflowTable } from '@jaki/kernel';
import { type SourceTree } from '../../architecture/source-tree.js';
import { code, markdownPage, type Page, table } from '../markdown.js';

const SOURCE = /^apps\/[^/]+\/src\/(?:.*\/)?workflow\.ts$/;

/** A page for each workflow that a service defines in a `workflow.ts`: the table that its code decides by. */
export async function workflowPages(tree: SourceTree): Promise<Page[]> {
  const sources = [...tree.keys()].filter((path) => SOURCE.test(path));
  return (await Promise.all(sources.map(pagesOf))).flat();
}

async function pagesOf(path: string): Promise<Page[]> {
  const exported = Object.values((await import(new URL(`../../../${path}`, import.meta.url).href)) as object);
  return Promise.all(exported.filter(isWorkflow).map((workflow) => pageOf(path, workflow.table)));
}

function isWorkflow(value: unknown): value is Workflow<WorkflowTable, never, never> {
  return typeof value === 'object' && value !== null && 'table' in value && 'stepOf' in value;
}

function pageOf(path: string, workflow: WorkflowTable): Promise<Page> {
  return markdownPage(
    `workflows/${workflow.subject}.md`,
    `# The life of ${/^[aeiou]/.test(workflow.subject) ? 'an' : 'a'} ${workflow.subject}`,
    `Made from [the table](../../../${path}) that the code decides by. Every other command in every other state is refused with
the code ${code('illegal_transition')}, and whoever is not named with the code of who is.`,
    table(['from', 'command', 'who', 'needs', 'to', 'events'], workflow.steps.map(stepRow)),
    '## Who',
    table(
      ['who', 'code for others'],
      Object.entries(workflow.who).map(([name, { refusal }]) => [name.replaceAll('_', ' '), code(refusal)]),
    ),
    '## States',
    table(
      ['state', 'Indonesian', 'English'],
      Object.entries(workflow.states).map(([state, { id, en }]) => [code(state), id, en]),
    ),
  );
}

function stepRow({ from, command, who, needs, to, events }: WorkflowTable['steps'][number]): string[] {
  const codes = (names: readonly string[]) => names.map(code).join(', ') || '–';
  return [codes(from), code(command), who.join(', ').replaceAll('_', ' '), needs || '–', code(to), codes(events)];
}
