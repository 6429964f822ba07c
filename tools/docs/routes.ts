import { join } from 'node:path/posix';
import ts from 'typescript';
import { decoratorArguments, decoratorsOf, type SourceFile, walk } from '../architecture/source-tree.js';

/** One route, as its controller declares it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Roles, `anybody`, or `anybody known` by a token. */
  readonly who: string;
  readonly summary: string;
}

const VERBS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

/** The routes that a file's controllers declare, in the order of the code. */
export function routesIn({ ast }: SourceFile): Route[] {
  const controllers = [...walk(ast)]
    .filter(ts.isClassDeclaration)
    .filter((each) => decoratorsOf(each).includes('Controller'));
  return controllers.flatMap((controller) => controller.members.flatMap((member) => routeOf(controller, member)));
}

function routeOf(controller: ts.ClassDeclaration, member: ts.ClassElement): Route[] {
  const verb = decoratorsOf(member).find((name) => VERBS.includes(name));
  if (verb === undefined) return [];
  const path = join('/', text(controller, 'Controller'), text(member, verb)).replace(/(.)\/$/, '$1');
  return [
    {
      method: verb.toUpperCase(),
      path: path.replace(/:(\w+)/g, '{$1}'),
      who: whoOf(member) ?? whoOf(controller) ?? 'nobody',
      summary: summaryOf(member),
    },
  ];
}

function whoOf(node: ts.Node): string | undefined {
  if (decoratorsOf(node).includes('Public')) return 'anybody';
  if (!decoratorsOf(node).includes('Requires')) return undefined;
  return decoratorArguments(node, 'Requires').map(literal).join(', ') || 'anybody known';
}

function text(node: ts.Node, decorator: string): string {
  const [argument] = decoratorArguments(node, decorator);
  return argument ? literal(argument) : '';
}

function literal(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : node.getText();
}

/** The first sentence or line of a member's comment. */
function summaryOf(node: ts.Node): string {
  const [first] = ts.getJSDocCommentsAndTags(node);
  const comment = first && ts.isJSDoc(first) ? ts.getTextOfJSDocComment(first.comment) : undefined;
  return comment?.split(/(?<=\.)\s|\n\n/)[0]?.replace(/\.$/, '') ?? '';
}
