import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LINK = /\]\(([^)\s]+)\)/g;
const HEADING = /^#+\s+(.+)$/gm;

/** Relative links of Markdown files that lead nowhere: to no file, or to no heading of it. Paths from the root. */
export function deadLinks(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    Array.from(prose(join(root, file)).matchAll(LINK), ([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !leads(join(root, file), link))
      .map((link) => `${file}: ${link}`),
  );
}

function leads(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : join(dirname(from), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || !target.endsWith('.md') || anchorsOf(target).has(anchor);
}

/** As GitHub makes them of headings. */
function anchorsOf(file: string): Set<string> {
  const slugs = Array.from(prose(file).matchAll(HEADING), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
  return new Set(slugs);
}

/** The file without its code, in which brackets mean something else. */
function prose(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}
