import { type SourceFile, type SourceTree } from './source-tree.js';

/** One thing that a rule looked at: an import, a route, a file. It breaks the rule when it says how. */
export interface Subject {
  readonly line: number;
  readonly breaks?: string | undefined;
}

/**
 * A structural rule. It yields everything it looked at, not only what is wrong: a rule that looks at nothing passes
 * whatever the code does, so the tests ask for at least one sound subject in the real tree.
 */
export interface Rule {
  readonly id: string;
  /** The rule in plain words. */
  readonly says: string;
  readonly appliesTo: (path: string) => boolean;
  readonly subjects: (file: SourceFile, tree: SourceTree) => Iterable<Subject>;
}

export interface Violation {
  readonly rule: string;
  /** `path:line` */
  readonly at: string;
  readonly breaks: string;
}

/** Everything that one rule looks at in a tree. */
export function subjectsOf(rule: Rule, tree: SourceTree): { path: string; subject: Subject }[] {
  const files = [...tree.values()].filter(({ path }) => rule.appliesTo(path));
  return files.flatMap((file) => Array.from(rule.subjects(file, tree), (subject) => ({ path: file.path, subject })));
}

/** Everything in a tree that breaks one of the rules, each line once a rule. */
export function violations(rules: readonly Rule[], tree: SourceTree): Violation[] {
  const all = rules.flatMap((rule) =>
    subjectsOf(rule, tree).flatMap(({ path, subject: { line, breaks } }) =>
      breaks === undefined ? [] : [{ rule: rule.id, at: `${path}:${line}`, breaks }],
    ),
  );
  return [...new Map(all.map((each) => [`${each.rule} ${each.at}`, each])).values()];
}

const TEST = /\.spec\.ts$|\/test\//;

export function isTest(path: string): boolean {
  return TEST.test(path);
}

/** Code of a service or library that runs in production: no test. */
export function isProduction(path: string): boolean {
  return /^(apps|libs)\/[^/]+\/src\//.test(path) && !path.startsWith('libs/testing/') && !TEST.test(path);
}

/** Pure code of a service: what stands in a `domain` folder. */
export function isDomain(path: string): boolean {
  return isProduction(path) && /^apps\/.*\/domain\//.test(path);
}
