import ts from 'typescript';
import { isProduction } from './rule.js';
import { lineOf, type SourceFile, type SourceTree, walk } from './source-tree.js';

/** An error that clients tell by its code, as the code declares it. */
export interface ErrorCode {
  readonly code: string;
  /** A DomainError's kind, or a refusal's status. */
  readonly kind: string;
  /** What people read, as far as it is no value. */
  readonly says: string;
  readonly path: string;
  readonly line: number;
  /** The class, or `Refusal` for one that the platform makes on the spot. */
  readonly by: string;
}

/** Every error code of production code, in the order of the code. */
export function errorCodesIn(tree: SourceTree): ErrorCode[] {
  return [...tree.values()].filter(({ path }) => isProduction(path)).flatMap(codesOf);
}

export function codesOf(file: SourceFile): ErrorCode[] {
  return [...walk(file.ast)].flatMap((node) => classCode(file, node) ?? refusalCode(file, node) ?? []);
}

function classCode({ path, ast }: SourceFile, node: ts.Node): ErrorCode | undefined {
  if (!ts.isClassDeclaration(node) || !node.heritageClauses?.some((each) => /\bDomainError\b/.test(each.getText())))
    return undefined;
  const property = propertyOf(node, 'code');
  const code = property && literalIn(property);
  if (property === undefined || code === undefined) return undefined;
  const told = [...walk(node)].find(
    (each) => ts.isCallExpression(each) && each.expression.kind === ts.SyntaxKind.SuperKeyword,
  );
  const says = told && ts.isCallExpression(told) ? textOf(told.arguments[0]) : '';
  return {
    code,
    kind: literalIn(propertyOf(node, 'kind')) ?? '?',
    says,
    path,
    line: lineOf(ast, property),
    by: node.name?.text ?? '?',
  };
}

function propertyOf(node: ts.ClassDeclaration, name: string): ts.PropertyDeclaration | undefined {
  return node.members.filter(ts.isPropertyDeclaration).find((each) => each.name.getText() === name);
}

function literalIn(property: ts.PropertyDeclaration | undefined): string | undefined {
  return property?.initializer && ts.isStringLiteralLike(property.initializer) ? property.initializer.text : undefined;
}

/** `new Refusal(404, 'unknown_route', 'There is no such address.')` */
function refusalCode({ path, ast }: SourceFile, node: ts.Node): ErrorCode | undefined {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') return undefined;
  const [status, code, says] = node.arguments ?? [];
  if (code === undefined || !ts.isStringLiteralLike(code)) return undefined;
  return {
    code: code.text,
    kind: status?.getText() ?? '?',
    says: textOf(says),
    path,
    line: lineOf(ast, node),
    by: 'Refusal',
  };
}

/** A text without its values: `There is no organisation …`. */
function textOf(node: ts.Expression | undefined): string {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '';
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}
