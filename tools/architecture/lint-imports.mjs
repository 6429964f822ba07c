// Asks ESLint's boundary rule, with the options of our eslint.config.mjs, about imports that no file holds.
// In: JSON on stdin, [{ file, import }, …]. Out: JSON, for each whether the import is refused. A process of its own,
// since the rule reads Nx's project graph, which must be computed first: without one it is silently skipped.
import { execFileSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import nx from '@nx/eslint-plugin';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import config from '../../eslint.config.mjs';

const RULE = '@nx/enforce-module-boundaries';
const root = new URL('../../', import.meta.url).pathname;

execFileSync(`${root}node_modules/.bin/nx`, ['show', 'projects'], {
  cwd: root,
  env: { ...process.env, NX_DAEMON: 'false' },
});
const options = config.findLast(({ rules }) => rules?.[RULE])?.rules[RULE];
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx },
    rules: { [RULE]: options },
  },
});

const refused = [];
for (const { file, import: specifier } of JSON.parse(await text(process.stdin))) {
  const [{ messages }] = await eslint.lintText(`import '${specifier}';\n`, { filePath: root + file });
  refused.push(messages.some(({ ruleId }) => ruleId === RULE));
}
process.stdout.write(JSON.stringify(refused));
