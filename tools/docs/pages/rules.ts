import { rules } from '../../architecture/rules/index.js';
import { code, markdownPage, type Page, table } from '../markdown.js';

/** The structural rules that tests hold. */
export function rulesPage(): Promise<Page> {
  return markdownPage(
    'rules.md',
    '# Structural rules',
    `Held by [tools/architecture](../../tools/architecture): each has planted files that break it, and its test fails unless
it catches exactly those and finds something sound to look at in the real tree. Which project may import which is held
by ESLint, against the table in [boundaries.spec.ts](../../tools/architecture/boundaries.spec.ts).`,
    table(
      ['rule', 'says'],
      rules.map(({ id, says }) => [code(id), says]),
    ),
  );
}
