import ts from 'typescript';
import { isProduction, type Rule } from '../rule.js';
import { type SourceTree } from '../source-tree.js';

const SOURCES = 'apps/notifications/src/sources/';
/** Which folder of `sources` a file lies in; `sources/events` hears all of them and is none. */
const sourceOf = (path: string) => new RegExp(`^${SOURCES}(?!events/)([^/]+)/`).exec(path)?.[1];

export const contextsOnlyInSources: Rule = {
  id: 'contexts-only-in-sources',
  says: 'Notifications knows a context in its sources/<context> alone, so that another one touches no other file',
  appliesTo: (path) =>
    isProduction(path) && path.startsWith('apps/notifications/src/') && path !== `${SOURCES}index.ts`,
  *subjects({ path, imports }, tree) {
    const own = sourceOf(path);
    const contexts = contextOfNames(tree);
    for (const { specifier, names, target, line } of imports) {
      const source = target === undefined ? undefined : sourceOf(target);
      const spoken = specifier === '@jaki/contracts' ? names.map((name) => contexts.get(name)) : [];
      const foreign = [source, ...spoken].find((context) => context !== undefined && context !== own);
      yield { line, breaks: foreign === undefined ? undefined : `knows ${foreign}` };
    }
  },
};

/** The context of each name that the contracts export from `events/<context>`, but for the organisations that all keep. */
function contextOfNames(tree: SourceTree): Map<string, string> {
  const contexts = new Map<string, string>();
  for (const { path, ast } of tree.values()) {
    const [, context] = /^libs\/contracts\/src\/events\/([^/]+)\/.+\.ts$/.exec(path) ?? [];
    if (context === undefined || context === 'identity') continue;
    for (const statement of ast.statements.filter(ts.isVariableStatement)) {
      for (const { name } of statement.declarationList.declarations) contexts.set(name.getText(), context);
    }
  }
  return contexts;
}
