import { readFileSync } from 'node:fs';
import { roles } from '@jaki/kernel';
import { code, markdownPage, type Page, table } from '../markdown.js';

const DECLARATION = 'libs/kernel/src/access-token.ts';
const CLAIM = /\/\*\* (?<says>[^*]+) \*\/\s+readonly (?<name>\w+)(?<optional>\??):/g;

/** What an access token says: the claims with their docstrings, and the roles. */
export function accessTokenPage(): Promise<Page> {
  return markdownPage(
    'access-token.md',
    '# Access tokens',
    `Declared in [access-token.ts](../../${DECLARATION}), which identity, every service and the tests share. A token is for
one service, whose audience is \`urn:jaki:<service>\`.`,
    table(
      ['claim', 'always', 'says'],
      claimsIn(readFileSync(new URL(`../../../${DECLARATION}`, import.meta.url), 'utf8')),
    ),
    '## Roles',
    table(
      ['role', 'may'],
      Object.entries(roles).map(([name, says]) => [code(name), says]),
    ),
  );
}

function claimsIn(source: string): string[][] {
  const declared = source.slice(source.indexOf('export interface AccessTokenClaims'));
  return [...declared.slice(0, declared.indexOf('\n}')).matchAll(CLAIM)].map(({ groups }) => [
    code(groups?.['name'] ?? ''),
    groups?.['optional'] === '?' ? 'no' : 'yes',
    groups?.['says'] ?? '',
  ]);
}
