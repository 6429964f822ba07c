import ts from 'typescript';
import { CannotStart } from '@jaki/testing/embedded';

/**
 * A module's text with one more class in a list of its `@Module`, and its import.
 *
 * @throws CannotStart when the text declares no module
 */
export function withInModule(text: string, list: 'imports' | 'controllers' | 'providers', entry: Entry): string {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const options = moduleOptions(file);
  if (options === undefined) throw new CannotStart('That file declares no module.');
  const found = options.properties.find((each) => each.name?.getText() === list);
  const edited =
    found && ts.isPropertyAssignment(found) && ts.isArrayLiteralExpression(found.initializer)
      ? insert(text, found.initializer.elements.end, `${comma(found.initializer)}${entry.name}`)
      : insert(text, options.properties.pos, ` ${list}: [${entry.name}],`);
  return withImport(edited, entry);
}

export interface Entry {
  readonly name: string;
  /** The module specifier. */
  readonly from: string;
}

/** One more import, behind the last one. */
export function withImport(text: string, { name, from }: Entry): string {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const last = file.statements.findLast(ts.isImportDeclaration);
  return insert(text, last?.end ?? 0, `\nimport { ${name} } from '${from}';`);
}

function comma({ elements }: ts.ArrayLiteralExpression): string {
  return elements.length === 0 || elements.hasTrailingComma ? '' : ', ';
}

function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

function moduleOptions(file: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  for (const statement of file.statements.filter(ts.isClassDeclaration)) {
    for (const { expression } of ts.getDecorators(statement) ?? []) {
      if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'Module') continue;
      const [options] = expression.arguments;
      if (options !== undefined && ts.isObjectLiteralExpression(options)) return options;
    }
  }
  return undefined;
}
