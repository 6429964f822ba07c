import { STATUS_OF_KIND } from '@jaki/platform';
import { errorCodesIn } from '../../architecture/error-codes.js';
import { type SourceTree } from '../../architecture/source-tree.js';
import { code, markdownPage, type Page, table } from '../markdown.js';

/** Every code that a client may be answered with, by who answers it. */
export function errorsPage(tree: SourceTree): Promise<Page> {
  const rows = errorCodesIn(tree).map(({ code: name, kind, says, path }) => {
    const project = path.split('/')[1] ?? '';
    return [path.startsWith('apps/') ? project : 'every service', statusOf(kind), code(name), says];
  });
  const unique = [...new Map(rows.map((row) => [row.slice(0, 3).join(), row])).values()];
  return markdownPage(
    'errors.md',
    '# Error codes',
    `Every error is ${code('application/problem+json')} (RFC 9457). Programs decide by ${code('code')}, which is stable; what people read may change. The
codes of steps stand on the pages of the [workflows](workflows).`,
    table(
      ['who', 'status', 'code', 'says'],
      unique.toSorted((one, other) => one.join().localeCompare(other.join())),
    ),
  );
}

/** A refusal says its status itself. */
function statusOf(kind: string): string {
  return String((STATUS_OF_KIND as Readonly<Record<string, number>>)[kind] ?? kind);
}
