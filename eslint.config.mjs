import tseslint from 'typescript-eslint';

/** strict, with types; what is relaxed says why. Formatting is prettier's. */
export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.cache/**',
      '.venv/**',
      'work/**',
      'datasets/cache/**',
      // Lessons are many small modules in one text: `nbts check` type-checks them cell by cell.
      '**/*.nb.ts',
      // Plain JavaScript that runs before anything is installed; its tests run it.
      '**/*.{js,cjs,mjs}',
      // AssemblyScript: another language in the same letters; its own compiler checks it.
      'lib/assembly/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'lib/tsconfig.json',
          'lib/bench/tsconfig.json',
          'packages/*/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'warn' },
    rules: {
      // Numbers in a template say what they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // noUncheckedIndexedAccess makes `matrix[row]![col]!` the plain way to write a loop over known bounds.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spreading a string into code points is what we mean when we do it.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'String' }, 'string'] },
      ],
      // A parameter that must be there and is not used says so with an underscore.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // `for (;;)` and `while (true)` with a break are honest loops.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.spec.ts', 'test/**/*.ts', 'packages/*/test/**/*.ts'],
    rules: {
      // Tests look into JSON that another program wrote: the assertion is the check.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // mocha's and node:test's functions take promises and return them.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
);
