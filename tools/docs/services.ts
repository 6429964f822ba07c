import ts from 'typescript';
import * as contracts from '@jaki/contracts';
import { type EventDeclaration } from '@jaki/contracts';
import {
  decoratorArguments,
  decoratorsOf,
  type SourceFile,
  type SourceTree,
  walk,
} from '../architecture/source-tree.js';

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

const byName = new Map<string, unknown>(Object.entries(contracts));

export function eventsOf(service: string, tree: SourceTree): ServiceEvents {
  const files = filesOf(service, tree);
  const published = files.filter(({ path }) => path.endsWith('/published.ts'));
  const announced = published.flatMap(({ imports }) => imports.flatMap(({ names }) => names));
  const nodes = files.flatMap(({ ast }) => [...walk(ast)]);
  const hears = [...declared(nodes.flatMap(subscribedTo)), ...nodes.flatMap(toldBy)];
  return { service, announces: declared(announced), hears: inOrder(hears) };
}

/** The events that a source of notices names: `noticesFrom(reportTopic, { on: { filed: … } })`. */
function toldBy(node: ts.Node): EventDeclaration[] {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'noticesFrom') return [];
  const [topic, told] = node.arguments;
  const own = contracts.topics.find((each) => byName.get(topic?.getText() ?? '') === each);
  const on = told && propertiesOf(told).find(({ name }) => name?.getText() === 'on');
  if (own === undefined || on === undefined || !ts.isPropertyAssignment(on)) return [];
  const names = propertiesOf(on.initializer).map(({ name }) => name?.getText().replaceAll("'", '') ?? '');
  return names.flatMap((name) => contracts.eventsIn(own).get(name) ?? []);
}

function propertiesOf(node: ts.Node): readonly ts.ObjectLiteralElementLike[] {
  return ts.isObjectLiteralExpression(node) ? node.properties : [];
}

/** `@OnEvent(reportFiled)` and `@OnEvents([reportFiled])` are `reportFiled`; a list may have a name of its own. */
function subscribedTo(node: ts.Node): string[] {
  if (decoratorsOf(node).includes('OnEvent')) return decoratorArguments(node, 'OnEvent').map((one) => one.getText());
  if (!decoratorsOf(node).includes('OnEvents')) return [];
  // Behind the list stand options.
  const [list] = decoratorArguments(node, 'OnEvents');
  return list === undefined ? [] : namesIn(list, node.getSourceFile());
}

function namesIn(list: ts.Expression, file: ts.SourceFile): string[] {
  // What sources of notices tell of is read off them.
  if (list.getText().startsWith('sources.')) return [];
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
  const named = new Set(names.map((name) => byName.get(name)));
  return [...contracts.eventTypes.values()].filter((event) => named.has(event));
}

/** Each once, in the order of the contracts. */
function inOrder(events: readonly EventDeclaration[]): EventDeclaration[] {
  return [...contracts.eventTypes.values()].filter((event) => events.includes(event));
}
