import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Rules that no formatter and no compiler holds. Who may import whom stands in .dependency-cruiser.cjs. */

const TESTS = [
  '**/*.test.ts',
  '**/*.test.mjs',
  '**/testing*.ts',
  '**/testing/**',
  '**/*fixtures.ts',
  'apps/web/e2e/**',
  'apps/realtime/src/bench/**',
];
const CLOCK = 'apps/realtime/src/clock.ts';

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: `Time comes in as an argument; the server's clock is ${CLOCK}.`,
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: `Time comes in as an argument; the server's clock is ${CLOCK}.`,
  },
];
const chance = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness comes in as an argument (rules), or from node:crypto (server).',
  },
];
const barrels = [
  {
    selector: 'ExportAllDeclaration[exported=null]',
    message: 'No barrels: import from the file that has the subject.',
  },
];

export default ts.config(
  { ignores: ['**/build/**', '**/.svelte-kit/**', '**/node_modules/**', '.tools/**', 'data/**', 'test-results/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs['flat/recommended'],
  {
    languageOptions: { globals: { ...globals.node } },
    // The same rule twice: a word at 250 lines, an end at 400.
    plugins: { house: { rules: { 'long-file': builtinRules.get('max-lines') } } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...barrels],
      'house/long-file': ['warn', { max: 250 }],
      'max-lines': ['error', { max: 400 }],
      // Text from outside is examined for exactly these.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'packages/db/migrations/**', 'apps/realtime/src/**/*.ts'],
    ignores: TESTS,
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-syntax': ['error', ...barrels, ...clock, ...chance],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: [CLOCK], rules: { 'no-restricted-syntax': ['error', ...barrels, ...chance] } },
  {
    files: ['apps/web/src/**/*.{ts,svelte}'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
    // The pages stand at the root of their origin: there is no base path to put before an address.
    rules: { 'svelte/no-navigation-without-resolve': 'off' },
  },
  {
    files: ['**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: { parser: ts.parser },
  },
  { files: ['apps/realtime/src/{server,welcome}.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
);
