import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const allow = (tag, ...tags) => ({ sourceTag: tag, onlyDependOnLibsWithTags: tags });

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
