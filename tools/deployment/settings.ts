import ts from 'typescript';
import { type SourceTree, walk } from '../architecture/source-tree.js';

/** A variable of the environment that a service reads, as its config class declares it. */
export interface Setting {
  readonly name: string;
  /** What it is, in one or two sentences. */
  readonly says: string;
  /** What holds when it is not given, as the code writes it; undefined when it must be given or need not be. */
  readonly unless: string | undefined;
}

/** The settings that the config class in a file declares, in the order of the code. */
export function settingsIn(path: string, tree: SourceTree): Setting[] {
  const file = tree.get(path);
  if (file === undefined) throw new TypeError(`${path} is not there`);
  const classes = [...walk(file.ast)]
    .filter(ts.isClassDeclaration)
    .filter(({ name }) => name?.text.endsWith('Config') === true);
  return classes.flatMap(({ members }) => members.filter(ts.isPropertyDeclaration).map(settingOf));
}

function settingOf(property: ts.PropertyDeclaration): Setting {
  const [first] = ts.getJSDocCommentsAndTags(property);
  const says = first && ts.isJSDoc(first) ? (ts.getTextOfJSDocComment(first.comment) ?? '') : '';
  return { name: property.name.getText(), says: says.replace(/\s+/g, ' '), unless: defaultOf(property.initializer) };
}

/** As it would be written in the environment. */
function defaultOf(value: ts.Expression | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isArrayLiteralExpression(value)) return value.elements.map(defaultOf).join(',');
  return value.getText().replaceAll('_', '');
}
