import ts from 'typescript';
import { isProduction, type Rule } from '../rule.js';
import { decoratorArguments, decoratorsOf, lineOf, walk } from '../source-tree.js';

const VERBS = new Set(['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Search']);

export const routeSaysWho: Rule = {
  id: 'route-says-who',
  says: 'Every route says who may call it: @Requires(...) or @Public()',
  appliesTo: isProduction,
  *subjects({ ast }) {
    for (const node of walk(ast)) {
      const decorators = decoratorsOf(node);
      if (!decorators.some((name) => VERBS.has(name))) continue;
      const said = [...decorators, ...decoratorsOf(node.parent)];
      const says = said.includes('Requires') || said.includes('Public');
      yield { line: lineOf(ast, node), breaks: says ? undefined : 'does not say who may call it' };
    }
  },
};

export const postTakesKey: Rule = {
  id: 'post-takes-key',
  says: 'Every POST honours Idempotency-Key by @By(), or says by @NaturallyIdempotent(why) that it need not',
  appliesTo: isProduction,
  *subjects({ ast }) {
    for (const node of walk(ast)) {
      if (!ts.isMethodDeclaration(node) || !decoratorsOf(node).includes('Post')) continue;
      yield { line: lineOf(ast, node), breaks: takesKey(node) || saysWhyNot(node) ? undefined : 'ignores the key' };
    }
  },
};

/** It hands the key on as a whole, or takes `once` out of it: `@By() by: By`, `@By() { once }: By`. */
function takesKey({ parameters, body }: ts.MethodDeclaration): boolean {
  const by = parameters.find((parameter) => decoratorsOf(parameter).includes('By'));
  if (by === undefined || body === undefined) return false;
  const name = ts.isIdentifier(by.name) ? by.name.text : 'once';
  return [...walk(body)].some((node) => ts.isIdentifier(node) && node.text === name);
}

function saysWhyNot(node: ts.Node): boolean {
  const [why] = decoratorArguments(node, 'NaturallyIdempotent');
  return why !== undefined && ts.isStringLiteralLike(why) && why.text.trim() !== '';
}
