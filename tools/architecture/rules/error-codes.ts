import { codesOf, errorCodesIn } from '../error-codes.js';
import { isProduction, type Rule } from '../rule.js';
import { type SourceTree } from '../source-tree.js';

const known = new WeakMap<SourceTree, ReturnType<typeof errorCodesIn>>();

export const errorCodeIsOnes: Rule = {
  id: 'error-code-is-ones',
  says: 'An error code stands for one error: no two classes of a service or the platform have the same',
  appliesTo: isProduction,
  *subjects(file, tree) {
    const all = known.get(tree) ?? errorCodesIn(tree);
    known.set(tree, all);
    for (const { code, by, line } of codesOf(file)) {
      const other = all.find((each) => each.code === code && each.by !== by && meets(each.path, file.path));
      yield { line, breaks: other && `has the code ${code}, which is that of ${other.by} in ${other.path}` };
    }
  },
};

/** A client of one service sees its errors and the platform's. */
function meets(one: string, other: string): boolean {
  const project = (path: string) => path.split('/', 2).join('/');
  return project(one) === project(other) || one.startsWith('libs/') || other.startsWith('libs/');
}
