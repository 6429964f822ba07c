// Asks ESLint, with what our eslint.config.mjs says of the limits of a file, about texts that no file holds.
// In: JSON on stdin, [{ file, text }, …]. Out: JSON, for each the messages. A process of its own, as ESLint loads its
// configuration in ways that Jest's module loader does not offer.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const LIMITS = ['no-restricted-syntax', 'max-lines-per-function', 'max-lines', 'max-depth'];
const root = new URL('../../', import.meta.url).pathname;
const ours = new ESLint({ cwd: root });

const answers = [];
for (const { file, text: code } of JSON.parse(await text(process.stdin))) {
  const { rules = {} } = await ours.calculateConfigForFile(root + file);
  const only = Object.fromEntries(Object.entries(rules).filter(([name]) => LIMITS.includes(name)));
  const overrideConfig = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: only };
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig });
  const [{ messages }] = await eslint.lintText(code, { filePath: root + file });
  answers.push(messages.map(({ message }) => message));
}
process.stdout.write(JSON.stringify(answers));
