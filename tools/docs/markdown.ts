import { format } from 'prettier';

/** A page under docs/generated: where it lies, from there, and what is in it. */
export interface Page {
  readonly path: string;
  readonly content: string;
}

/** A Markdown table. Pipes in a cell are escaped, line breaks become spaces. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'None.\n';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A page for people, laid out as Prettier would: so that it reads well unrendered, and never differs by whitespace. */
export async function markdownPage(path: string, ...blocks: readonly string[]): Promise<Page> {
  const note = '<!-- Made by `npm run docs`. Edit what it is made from. -->';
  return {
    path,
    content: await format([note, ...blocks].join('\n\n'), { parser: 'markdown', printWidth: 120, proseWrap: 'always' }),
  };
}

/** A page for programs. */
export function jsonPage(path: string, value: unknown): Page {
  return { path, content: `${JSON.stringify(value, null, 2)}\n` };
}
