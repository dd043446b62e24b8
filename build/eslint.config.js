import tseslint from 'typescript-eslint'
import { layers } from './eslint-layers.js'

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'dist/**', 'data/**', 'coverage/**'] },
  ...tseslint.configs.strict,
  {
    plugins: { architecture: { rules: { layers } } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'architecture/layers': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 500 }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    files: ['shared/domain/**/*.ts', 'electron/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: '时间由调用者传入 (now is passed in).' },
        { object: 'Math', property: 'random', message: 'Randomness is passed in.' },
      ],
    },
  },
  {
    files: ['build/**/*.config.{js,ts}', 'build/*-setup.ts', 'electron.vite.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['build/**', 'electron/cli/**', '**/*.test.ts'],
    rules: { 'no-console': 'off' },
  },
)
