import tseslint from 'typescript-eslint';

const noDirectTime = [
  'error',
  { object: 'Date', property: 'now', message: 'Time is injected: take a Clock.' },
  { object: 'Math', property: 'random', message: 'Chance is injected: take an IdSource.' },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'libs/procedures/frozen/',
      'dist/',
      '.data/',
      'coverage/',
      'libs/client/src/schema.d.ts',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': noDirectTime,
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.spec.ts', 'test/**', '**/migrations/**'], rules: { 'max-lines': 'off' } },
  // The one place where the machine's own clock and chance are read.
  { files: ['libs/platform/src/clock.ts', 'libs/platform/src/ids.ts'], rules: { 'no-restricted-properties': 'off' } },
);
