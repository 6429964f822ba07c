import { isProduction, type Rule } from '../rule.js';
import { decoratorsOf, lineOf, walk } from '../source-tree.js';

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
