import * as contracts from '@jaki/contracts';
import ts from 'typescript';
import {
  decoratorArguments,
  decoratorsOf,
  type SourceFile,
  type SourceTree,
  walk,
} from '../architecture/source-tree.js';
import { type EventDeclaration } from '@jaki/contracts';

/** What a service announces and hears, read off its code. */
export interface ServiceEvents {
  readonly service: string;
  readonly announces: readonly EventDeclaration[];
  readonly hears: readonly EventDeclaration[];
}

/** The services' names, in order. */
export function servicesIn(tree: SourceTree): string[] {
  return [
    ...new Set([...tree.keys()].filter((path) => path.startsWith('apps/')).map((path) => path.split('/')[1] ?? '')),
  ];
}

/** The production files of one service. */
export function filesOf(service: string, tree: SourceTree): SourceFile[] {
  return [...tree.values()].filter(({ path }) => path.startsWith(`apps/${service}/src/`) && !path.endsWith('.spec.ts'));
}

export function eventsOf(service: string, tree: SourceTree): ServiceEvents {
  const files = filesOf(service, tree);
  const published = files.filter(({ path }) => path.endsWith('/events/published.ts'));
  const announced = published.flatMap(({ imports }) => imports.flatMap(({ names }) => names));
  const heard = files.flatMap(({ ast }) => [...walk(ast)].flatMap(subscribedTo));
  return { service, announces: declared(announced), hears: declared(heard) };
}

/** `@OnEvent(reportFiled)` and `@OnEvents([reportFiled])` are `reportFiled`; a list may have a name of its own. */
function subscribedTo(node: ts.Node): string[] {
  if (decoratorsOf(node).includes('OnEvent')) return decoratorArguments(node, 'OnEvent').map((one) => one.getText());
  if (!decoratorsOf(node).includes('OnEvents')) return [];
  return decoratorArguments(node, 'OnEvents').flatMap((list) => namesIn(list, node.getSourceFile()));
}

function namesIn(list: ts.Expression, file: ts.SourceFile): string[] {
  if (ts.isArrayLiteralExpression(list)) return list.elements.map((element) => element.getText());
  if (ts.isAsExpression(list)) return namesIn(list.expression, file);
  for (const node of walk(file)) {
    const named = ts.isVariableDeclaration(node) && node.name.getText() === list.getText();
    if (named && node.initializer) return namesIn(node.initializer, file);
  }
  throw new TypeError(`${file.fileName}: which events are ${list.getText()}?`);
}

/** The declarations among the names, in the order of the contracts. */
function declared(names: readonly string[]): EventDeclaration[] {
  const byName = new Map<string, unknown>(Object.entries(contracts));
  const named = new Set(names.map((name) => byName.get(name)));
  return [...contracts.eventTypes.values()].filter((event) => named.has(event));
}
