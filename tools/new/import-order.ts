import { fileURLToPath, pathToFileURL } from 'node:url';
import { ESLint, type Linter } from 'eslint';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RULE = 'import-sort/imports';

let orderly: Promise<ESLint> | undefined;

/**
 * A TypeScript file's text with its imports in the order that the linter asks for. Names decide it, so no template can have
 * it for every name.
 */
export async function inOrder(file: string, text: string): Promise<string> {
  orderly ??= makeLinter();
  const [result] = await (await orderly).lintText(text, { filePath: file });
  return result?.output ?? text;
}

/** One with that rule alone: all others need types, which a file that is just being made does not have. */
async function makeLinter(): Promise<ESLint> {
  const { default: configs } = (await import(pathToFileURL(`${root}eslint.config.mjs`).href)) as {
    default: readonly Linter.Config[];
  };
  const order = configs.find(({ rules }) => rules?.[RULE] !== undefined);
  const parser = configs.map(({ languageOptions }) => languageOptions?.['parser']).find((each) => each !== undefined);
  if (order === undefined || parser === undefined) throw new TypeError(`eslint.config.mjs has no ${RULE}`);
  const only = { ...order, files: ['**/*.ts'], languageOptions: { parser } } as Linter.Config;
  return new ESLint({ cwd: root, fix: true, overrideConfigFile: true, overrideConfig: only });
}
