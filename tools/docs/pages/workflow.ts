import { code, markdownPage, type Page, table } from '../markdown.js';

/** What apps/reports exports as its workflow: the table that the code itself decides by. */
interface Workflow {
  readonly states: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
  readonly workflow: readonly {
    readonly command: string;
    readonly from: readonly string[];
    readonly who: readonly string[];
    readonly needs: string;
    readonly to: string;
    readonly events: readonly string[];
  }[];
}

// By address, since a service exports nothing: tools read the code of services, they do not build on it.
const SOURCE = new URL('../../../apps/reports/src/domain/workflow.ts', import.meta.url);

/** The life of a report: its states, and each command with who may give it. */
export async function workflowPage(): Promise<Page> {
  const { states, workflow } = (await import(SOURCE.href)) as Workflow;
  const codes = (names: readonly string[]) => names.map(code).join(', ') || '–';
  return markdownPage(
    'workflow.md',
    '# The life of a report',
    `Made from [the table](../../apps/reports/src/domain/workflow.ts) that the code decides by. Every other command in every
other state is refused with the code ${code('illegal_transition')}.`,
    table(
      ['from', 'command', 'who', 'needs', 'to', 'events'],
      workflow.map(({ from, command, who, needs, to, events }) => [
        codes(from),
        code(command),
        who.join(', ').replaceAll('_', ' '),
        needs || '–',
        code(to),
        codes(events),
      ]),
    ),
    '## States',
    table(
      ['state', 'Indonesian', 'English'],
      Object.entries(states).map(([state, { id, en }]) => [code(state), id, en]),
    ),
  );
}
