import ts from 'typescript';
import { isProduction, type Rule } from '../rule.js';
import { decoratorsOf, lineOf, walk } from '../source-tree.js';

export const kafkaInOneFolder: Rule = {
  id: 'kafka-in-one-folder',
  says: "Kafka's client is imported in libs/messaging/src/kafka only",
  appliesTo: isProduction,
  *subjects({ path, imports }) {
    for (const { specifier, line } of imports) {
      if (!/^kafkajs(\/|$)/.test(specifier)) continue;
      yield { line, breaks: path.startsWith('libs/messaging/src/kafka/') ? undefined : 'imports kafkajs' };
    }
  },
};

const CONFIG = /^(apps\/[^/]+\/src\/config\.ts$|libs\/platform\/src\/config\/)/;

export const environmentInConfigOnly: Rule = {
  id: 'environment-in-config-only',
  says: 'The environment is read in config.ts only, where it is checked at start',
  appliesTo: isProduction,
  *subjects({ path, ast, imports }) {
    const breaks = CONFIG.test(path) ? undefined : 'reads the environment';
    for (const { specifier, names, line } of imports) {
      if (/^(node:)?process$/.test(specifier) && names.includes('env')) yield { line, breaks };
    }
    for (const node of walk(ast)) {
      if (isEnvironment(node)) yield { line: lineOf(ast, node), breaks };
    }
  },
};

function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) return isProcess(node.expression);
  // const { env } = process
  return ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && isProcess(node.initializer);
}

function isProcess(node: ts.Node | undefined): boolean {
  return node !== undefined && /^(globalThis\.)?process$/.test(node.getText());
}

export const httpExceptionsInHttpOnly: Rule = {
  id: 'http-exceptions-in-http-only',
  says: "Below http/ a refusal is a DomainError: Nest's HTTP exceptions stay out",
  appliesTo: (path) => isProduction(path) && path.startsWith('apps/') && !path.includes('/http/'),
  *subjects({ imports }) {
    for (const { specifier, names, line } of imports) {
      if (specifier !== '@nestjs/common') continue;
      const exceptions = names.filter((name) => name.endsWith('Exception'));
      yield { line, breaks: exceptions.length > 0 ? `imports ${exceptions.join(', ')}` : undefined };
    }
  },
};

export const consumersInTheirOwnFile: Rule = {
  id: 'consumers-in-their-own-file',
  says: 'A handler of events stands in events/on-<event>.ts',
  appliesTo: (path) => isProduction(path) && path.startsWith('apps/'),
  *subjects({ path, ast }) {
    const inPlace = /\/events\/on-[a-z-]+\.ts$/.test(path);
    for (const node of walk(ast)) {
      if (!decoratorsOf(node).some((name) => name === 'OnEvent' || name === 'OnEvents')) continue;
      yield { line: lineOf(ast, node), breaks: inPlace ? undefined : 'handles an event' };
    }
  },
};

const QUERIES = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'sql']);

export const sqlAwayFromTheEdges: Rule = {
  id: 'sql-away-from-the-edges',
  says: 'Controllers and domains hold no SQL: it stands in store/, queries/ and use cases without a domain',
  appliesTo: (path) => isProduction(path) && path.startsWith('apps/'),
  *subjects({ path, ast }) {
    const atTheEdge = /\/(http|domain)\//.test(path);
    for (const node of walk(ast)) {
      const name = queryName(node);
      if (name !== undefined) yield { line: lineOf(ast, node), breaks: atTheEdge ? `queries by ${name}` : undefined };
    }
  },
};

function queryName(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node)) return QUERIES.has(node.tag.getText()) ? 'sql' : undefined;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const name = node.expression.name.text;
  return QUERIES.has(name) ? name : undefined;
}
