import { isBuiltin } from 'node:module';
import { isProduction, type Rule } from '../rule.js';
import { type SourceTree } from '../source-tree.js';

export const appsImportNoApps: Rule = {
  id: 'apps-import-no-apps',
  says: 'A service imports no other service: they meet in events',
  appliesTo: (path) => path.startsWith('apps/'),
  *subjects({ path, imports }, tree) {
    const own = path.split('/')[1];
    const others = new Set(
      [...tree.keys()].filter((each) => each.startsWith('apps/')).map((each) => each.split('/')[1]),
    );
    others.delete(own);
    for (const { specifier, target, line } of imports) {
      const [, app] = /^(?:@jaki|apps)\/([^/]+)/.exec(target?.startsWith('apps/') ? target : specifier) ?? [];
      yield { line, breaks: app !== undefined && others.has(app) ? `imports the service ${app}` : undefined };
    }
  },
};

export const noImportCycles: Rule = {
  id: 'no-import-cycles',
  says: 'No file leads back to itself by its imports',
  appliesTo: () => true,
  *subjects({ path, imports }, tree) {
    for (const { target, line } of imports) {
      if (target === undefined || !tree.has(target)) continue;
      const way = wayBack(target, path, tree);
      yield { line, breaks: way && `is part of the cycle ${[path, ...way].join(' → ')}` };
    }
  },
};

/** The shortest way from one file to another by imports, both ends included. */
function wayBack(from: string, to: string, tree: SourceTree): string[] | undefined {
  const reachedBy = new Map<string, string | undefined>([[from, undefined]]);
  for (const [current] of reachedBy) {
    if (current === to) return trail(current, reachedBy);
    for (const { target } of tree.get(current)?.imports ?? []) {
      if (target !== undefined && tree.has(target) && !reachedBy.has(target)) reachedBy.set(target, current);
    }
  }
  return undefined;
}

function trail(end: string, reachedBy: ReadonlyMap<string, string | undefined>): string[] {
  const before = reachedBy.get(end);
  return before === undefined ? [end] : [...trail(before, reachedBy), end];
}

export const testingOnlyInTests: Rule = {
  id: 'testing-only-in-tests',
  says: 'Production code imports neither @jaki/testing nor a test framework',
  appliesTo: isProduction,
  *subjects({ imports }) {
    for (const { specifier, line } of imports) {
      const forTests = /^(@jaki\/testing|@jest\/|@nestjs\/testing|fast-check)/.test(specifier);
      yield { line, breaks: forTests ? `imports ${specifier}` : undefined };
    }
  },
};

/** Declaring it would close a circle between packages: the testing library needs these two itself. */
const NEED_NOT_DECLARE_TESTING = /^libs\/(messaging|platform)\//;

export const importsAreDeclared: Rule = {
  id: 'imports-are-declared',
  says: "Every package that a file imports is in its project's package.json; production counts on no devDependency",
  appliesTo: () => true,
  *subjects({ path, imports, manifest }) {
    if (manifest === undefined) return;
    for (const { specifier, erased, line } of imports) {
      if (specifier.startsWith('.') || isBuiltin(specifier)) continue;
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
      const declared = isProduction(path) && !erased ? manifest.dependencies : manifest.forTests;
      const typed = erased && declared.has(`@types/${name}`);
      const excused = name === '@jaki/testing' && NEED_NOT_DECLARE_TESTING.test(path);
      yield { line, breaks: declared.has(name) || typed || excused ? undefined : `imports ${name} undeclared` };
    }
  },
};
