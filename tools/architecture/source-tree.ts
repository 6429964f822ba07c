import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';

/** One import or re-export in a file. */
export interface Import {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly line: number;
  /** `import type`: gone at run time. */
  readonly erased: boolean;
  /** The imported file's path when it is one of ours, else undefined. */
  readonly target: string | undefined;
}

export interface SourceFile {
  /** From the tree's root, with forward slashes: `apps/reports/src/main.ts`. */
  readonly path: string;
  readonly ast: ts.SourceFile;
  readonly imports: readonly Import[];
  /** Undefined where there is no package.json, which real projects always have. */
  readonly manifest: Manifest | undefined;
}

/** Which packages a file may count on: what its project declares, and what the root has for tests and tools. */
export interface Manifest {
  readonly dependencies: ReadonlySet<string>;
  readonly forTests: ReadonlySet<string>;
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
  const imports = [...walk(ast)].flatMap((node) => importOf(path, ast, node) ?? []);
  return { path, ast, imports, manifest: manifestOf(root, path) };
}

function manifestOf(root: string, path: string): Manifest | undefined {
  const [group = '', name = ''] = path.split('/');
  const own = packageFile(join(root, group === 'tools' ? group : `${group}/${name}`));
  if (own === undefined) return undefined;
  const atRoot = packageFile(root)?.devDependencies ?? [];
  const forTests = [...own.dependencies, ...own.devDependencies, ...atRoot];
  return { dependencies: new Set(own.dependencies), forTests: new Set(forTests) };
}

function packageFile(folder: string): { dependencies: string[]; devDependencies: string[] } | undefined {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, object>;
  return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
}

function importOf(path: string, ast: ts.SourceFile, node: ts.Node): Import | undefined {
  const from = specifierOf(node);
  if (from === undefined || !ts.isStringLiteralLike(from)) return undefined;
  const specifier = from.text;
  const at = { line: lineOf(ast, node), target: targetOf(path, specifier) };
  return { specifier, names: namesOf(node), erased: isErased(node), ...at };
}

/** Static imports, re-exports and dynamic `import()` alike. */
function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

function isErased(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
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
