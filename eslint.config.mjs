import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import importSort from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

/** Limits of docs/style.md that no rule of ESLint says as we mean them. */
const limits = [
  ...['ArrayExpression > SpreadElement > ArrayExpression', 'ObjectExpression > SpreadElement > ObjectExpression'].map(
    (selector) => ({ selector, message: 'Write the elements themselves: the spread of a literal only packs lines.' }),
  ),
  {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>4]',
    message: 'At most 4 dependencies: a class that needs more does more than one thing.',
  },
];

/** Not for tests, whose tables name a column each. */
const parameters = [
  'FunctionDeclaration',
  'ArrowFunctionExpression',
  ':not(MethodDefinition[kind="constructor"]) > FunctionExpression',
].map((kind) => ({
  selector: `${kind}[params.length>3]`,
  message: 'At most 3 parameters: gather what belongs together in an object.',
}));

const allow = (tag, ...tags) => ({ sourceTag: tag, onlyDependOnLibsWithTags: tags });

/** Code that does not keep the limits yet: nothing is added here. */
const unlimited = ['tools/chaos/**'];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      '**/generated/**',
      '**/planted/**',
      '**/coverage/**',
    ],
  },
  eslint.configs.recommended,
  {
    plugins: { 'import-sort': importSort },
    rules: {
      // One block: Node's, packages, the workspace's, then relative ones, each sorted by name.
      'import-sort/imports': ['error', { groups: [['^node:', '^', '^@jaki/', '^\\.']] }],
    },
  },
  { files: ['**/*.ts'], extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked] },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: ['\\.\\./.*\\.mjs$'],
          // Their tests need the testing library, which needs them. That their production code never imports it is a
          // rule in tools/architecture.
          ignoredCircularDependencies: [
            ['@jaki/messaging', '@jaki/testing'],
            ['@jaki/platform', '@jaki/testing'],
          ],
          depConstraints: [
            { ...allow('type:kernel'), allowedExternalImports: ['@jest/*'] },
            allow('type:contracts', 'type:kernel'),
            allow('type:messaging', 'type:contracts', 'type:kernel', 'type:testing'),
            allow('type:regions', 'type:kernel'),
            allow('type:platform', 'type:kernel', 'type:messaging', 'type:testing'),
            allow('type:testing', 'type:kernel', 'type:contracts', 'type:messaging', 'type:platform'),
            allow(
              'type:app',
              'type:kernel',
              'type:contracts',
              'type:messaging',
              'type:platform',
              'type:regions',
              'type:testing',
            ),
            allow(
              'type:tools',
              'type:kernel',
              'type:contracts',
              'type:messaging',
              'type:platform',
              'type:regions',
              'type:testing',
              'type:app',
            ),
          ],
        },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.ts'], ignores: unlimited, rules: { 'no-restricted-syntax': ['error', ...limits] } },
  {
    files: ['**/*.ts'],
    ignores: [...unlimited, '**/*.spec.ts', '**/test/**'],
    rules: {
      'no-restricted-syntax': ['error', ...limits, ...parameters],
      'max-lines-per-function': ['error', { max: 25, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['tools/**/*.ts', '**/*.mjs'],
    rules: { 'no-console': 'off' },
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
