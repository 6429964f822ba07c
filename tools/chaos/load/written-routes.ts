import ts from 'typescript';
import { decoratorArguments, type SourceTree, walk } from '../../architecture/source-tree.js';

/** The routes of one controller by which a service is written to. */
export interface RouteGroup {
  readonly controller: string;
  /** With the names of parameters: `/v1/reports/:id/start`. */
  readonly paths: readonly string[];
}

const WRITING = ['Post', 'Put', 'Patch', 'Delete'];

/** Every group of routes that writes, read from the services' controllers. */
export function writtenRoutes(tree: SourceTree): RouteGroup[] {
  const apps = [...tree.values()].filter(({ path }) => /^apps\/[^/]+\/src\//.test(path) && !path.endsWith('.spec.ts'));
  return apps.flatMap(({ ast }) =>
    [...walk(ast)]
      .filter((node) => ts.isClassDeclaration(node))
      .map((node) => ({ controller: node.name?.text ?? '', paths: pathsOf(node) }))
      .filter(({ paths }) => paths.length > 0),
  );
}

function pathsOf(controller: ts.ClassDeclaration): string[] {
  const base = textOf(decoratorArguments(controller, 'Controller'));
  return controller.members.flatMap((member) =>
    WRITING.filter((verb) => decoratorsNamed(member, verb)).map((verb) =>
      `/${base}/${textOf(decoratorArguments(member, verb))}`.replaceAll(/\/+/g, '/').replace(/\/$/, ''),
    ),
  );
}

function decoratorsNamed(member: ts.ClassElement, name: string): boolean {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators.some(
    ({ expression }) => ts.isCallExpression(expression) && expression.expression.getText() === name,
  );
}

function textOf([argument]: readonly ts.Expression[]): string {
  return argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : '';
}

/** Whether an address is one of that route. */
export function leadsTo(path: string, route: string): boolean {
  const [asked, known] = [path, route].map((each) => each.split('/'));
  return (
    asked?.length === known?.length && (known ?? []).every((part, at) => part.startsWith(':') || part === asked?.[at])
  );
}
