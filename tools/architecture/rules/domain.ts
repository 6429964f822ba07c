import ts from 'typescript';
import { isDomain, type Rule } from '../rule.js';
import { lineOf, walk } from '../source-tree.js';

export const domainImportsKernelOnly: Rule = {
  id: 'domain-imports-kernel-only',
  says: "A domain file imports @jaki/kernel and its own service's domain, nothing else",
  appliesTo: isDomain,
  *subjects({ path, imports }) {
    const ownDomain = new RegExp(`^${path.split('/').slice(0, 2).join('/')}/src/(.*/)?domain/`);
    for (const { specifier, target, line } of imports) {
      const allowed = specifier === '@jaki/kernel' || (target !== undefined && ownDomain.test(target));
      yield { line, breaks: allowed ? undefined : `imports ${specifier}` };
    }
  },
};

export const domainIsSynchronous: Rule = {
  id: 'domain-is-synchronous',
  says: 'A domain decides at once: no async function, no await, no Promise',
  appliesTo: isDomain,
  *subjects({ ast }) {
    for (const node of walk(ast)) {
      if (ts.isFunctionLike(node)) {
        yield { line: lineOf(ast, node), breaks: isAsync(node) ? 'is async' : undefined };
      } else if (ts.isAwaitExpression(node) || (ts.isIdentifier(node) && node.text === 'Promise')) {
        yield { line: lineOf(ast, node), breaks: `uses ${node.getText()}` };
      }
    }
  },
};

function isAsync(node: ts.SignatureDeclaration): boolean {
  return ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
}

// What gives another answer each time: such values come in from the use case.
const IMPURE = new Set([
  'Date',
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'newId',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
]);

export const domainIsPure: Rule = {
  id: 'domain-is-pure',
  says: 'A domain asks neither the clock nor chance: times and ids are given to it',
  appliesTo: isDomain,
  *subjects({ ast, imports }) {
    for (const { names, line } of imports) {
      if (names.includes('Clock')) yield { line, breaks: 'imports Clock' };
    }
    for (const node of walk(ast)) {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
      const called = node.expression.getText().replace(/^globalThis\./, '');
      // `new Date(given)` only converts; `new Date()` and `Date()` ask the clock.
      const converts = ts.isNewExpression(node) && (node.arguments?.length ?? 0) > 0;
      yield { line: lineOf(ast, node), breaks: IMPURE.has(called) && !converts ? `calls ${called}` : undefined };
    }
  },
};
