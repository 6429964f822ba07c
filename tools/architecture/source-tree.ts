import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** One import or re-export in a file. */
export interface Import {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly line: number;
  /** The imported file's path when it is one of ours, else undefined. */
  readonly target: string | undefined;
}

export interface SourceFile {
  /** From the tree's root, with forward slashes: `apps/reports/src/main.ts`. */
  readonly path: string;
  readonly ast: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** All TypeScript that people wrote, by path. Built, generated and planted files are no part of it. */
export type SourceTree = ReadonlyMap<string, SourceFile>;

const NOT_OURS = new Set(['node_modules', 'dist', 'generated', 'planted', 'coverage']);

/** Reads `libs`, `apps` and `tools` below a root that has the repository's layout. */
export function readTree(root: string): SourceTree {
  const folders = ['libs', 'apps', 'tools'].filter((folder) => existsSync(join(root, folder)));
  const paths = folders.flatMap((folder) => typeScriptIn(root, folder));
  return new Map(paths.map((path) => [path, readSource(root, path)]));
}

function typeScriptIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : typeScriptIn(root, path);
    return path.endsWith('.ts') && !path.endsWith('.d.ts') ? [path] : [];
  });
}

function readSource(root: string, path: string): SourceFile {
  const ast = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ESNext, true);
  return { path, ast, imports: [...walk(ast)].flatMap((node) => importOf(path, ast, node) ?? []) };
}

function importOf(path: string, ast: ts.SourceFile, node: ts.Node): Import | undefined {
  const from = specifierOf(node);
  if (from === undefined || !ts.isStringLiteralLike(from)) return undefined;
  return { specifier: from.text, names: namesOf(node), line: lineOf(ast, node), target: targetOf(path, from.text) };
}

/** Static imports, re-exports and dynamic `import()` alike. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

function namesOf(node: ts.Node): string[] {
  if (!ts.isImportDeclaration(node)) return [];
  const bindings = node.importClause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  return [node.importClause?.name?.text ?? [], ...named.map((each) => (each.propertyName ?? each.name).text)].flat();
}

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier)).replace(/\.js$/, '.ts');
  const [scope, name] = specifier.split('/');
  return scope === '@jaki' && name !== undefined ? `libs/${name}/src/index.ts` : undefined;
}

/** A node and everything below it, top down. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child);
}

/** The line of a node as editors count it. */
export function lineOf(ast: ts.SourceFile, node: ts.Node): number {
  return ast.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** The names of a declaration's decorators: `@Requires('officer')` and `@auth.Requires()` are `Requires`. */
export function decoratorsOf(node: ts.Node): string[] {
  return decoratorsWith(node).map(({ name }) => name);
}

/** What stands between the brackets of a declaration's decorator of that name. */
export function decoratorArguments(node: ts.Node, name: string): readonly ts.Expression[] {
  return decoratorsWith(node).find((each) => each.name === name)?.given ?? [];
}

function decoratorsWith(node: ts.Node): { name: string; given: readonly ts.Expression[] }[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.map(({ expression }) => {
    const called = ts.isCallExpression(expression);
    const name = (called ? expression.expression : expression).getText().split('.').at(-1) ?? '';
    return { name, given: called ? expression.arguments : [] };
  });
}
