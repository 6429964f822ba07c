import ts from 'typescript';
import { type Rule } from '../rule.js';
import { lineOf, walk } from '../source-tree.js';

const isTest = (path: string) => /\.spec\.ts$|\/test\//.test(path);
const MOST_LINES = 250;

export const filesAreSmall: Rule = {
  id: 'files-are-small',
  says: `A file has at most ${MOST_LINES} lines (tests aside); 30 to 80 is normal`,
  appliesTo: (path) => !isTest(path),
  *subjects({ ast }) {
    const lines = ast.getLineStarts().length - 1;
    yield { line: 1, breaks: lines > MOST_LINES ? `has ${lines} lines` : undefined };
  },
};

const DRAWERS = new Set(['common', 'shared', 'util', 'utils', 'core', 'helper', 'helpers', 'misc']);

export const noDrawers: Rule = {
  id: 'no-drawers',
  says: 'A folder is named after what is in it: no common, shared, utils, core, helpers',
  appliesTo: () => true,
  *subjects({ path }) {
    const drawer = path.split('/').find((name) => DRAWERS.has(name.replace(/\.ts$/, '')));
    yield { line: 1, breaks: drawer && `lies in ${drawer}` };
  },
};

const OFF = new Set(['skip', 'only', 'todo', 'failing']);

export const noTestIsOff: Rule = {
  id: 'no-test-is-off',
  says: 'No test is skipped, singled out or expected to fail',
  appliesTo: isTest,
  *subjects({ ast }) {
    for (const node of walk(ast)) {
      if (!ts.isIdentifier(node) || !['it', 'test', 'describe'].includes(node.text)) continue;
      const after = ts.isPropertyAccessExpression(node.parent) ? node.parent.name.text : '';
      yield { line: lineOf(ast, node), breaks: OFF.has(after) ? `${node.text}.${after}` : undefined };
    }
  },
};
