import ts from 'typescript';
import { type Rule, type Subject } from '../rule.js';
import { lineOf, type SourceFile, walk } from '../source-tree.js';

const isEventFile = (path: string) => /^libs\/contracts\/src\/events\/[^/]+\/.+\.v\d+\.ts$/.test(path);

export const eventIsComplete: Rule = {
  id: 'event-is-complete',
  says: 'Every event has a schema, a sample, a topic and a summary',
  appliesTo: isEventFile,
  *subjects(file) {
    for (const event of eventsOf(file)) {
      const missing = ['type', 'fields', 'sample', 'topic', 'summary'].filter((name) => !event.properties.has(name));
      yield { line: event.line, breaks: missing.length > 0 ? `lacks ${missing.join(', ')}` : undefined };
    }
  },
};

export const eventHasProducer: Rule = {
  id: 'event-has-producer',
  says: 'Every event is announced in a published.ts of its owner, beside the aggregate',
  appliesTo: isEventFile,
  *subjects(file, tree): Generator<Subject> {
    for (const { name, owner, line } of eventsOf(file)) {
      const published = [...tree.values()].filter(({ path }) =>
        new RegExp(`^apps/${owner}/src/(.*/)?published\\.ts$`).test(path),
      );
      const announced = published.some((each) => mentions(each, name));
      yield { line, breaks: announced ? undefined : `${name} is announced by nobody` };
    }
  },
};

interface DeclaredEvent {
  readonly name: string;
  /** The service in the event's type: `reports` for `reports.report.filed.v1`. */
  readonly owner: string;
  readonly properties: ReadonlySet<string>;
  readonly line: number;
}

function eventsOf({ ast }: SourceFile): DeclaredEvent[] {
  return [...walk(ast)].filter(ts.isVariableDeclaration).flatMap((node) => {
    const call = node.initializer;
    if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'declareEvent') return [];
    const [literal] = call.arguments;
    const properties = literal && ts.isObjectLiteralExpression(literal) ? [...literal.properties] : [];
    const type = properties.find((each) => each.name?.getText() === 'type');
    const owner = /['"`]([a-z]+)\./.exec(type?.getText() ?? '')?.[1] ?? '?';
    const names = new Set(properties.flatMap((each) => each.name?.getText() ?? []));
    return [{ name: node.name.getText(), owner, properties: names, line: lineOf(ast, type ?? node) }];
  });
}

/** Imports the declaration from the contracts and uses it below the imports. */
function mentions({ ast, imports }: SourceFile, name: string): boolean {
  const imported = imports.some((each) => each.specifier === '@jaki/contracts' && each.names.includes(name));
  const uses = ast.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .flatMap((statement) => [...walk(statement)].filter((node) => ts.isIdentifier(node) && node.text === name));
  return imported && uses.length > 0;
}
