import { defineConfig } from 'vitest/config'

// Tests run on the sources of every package: no build first, and coverage of the lines that were written.
const conditions = ['@refund-case/source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['{packages/*,examples,docs,bench}/**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/out/**'],
    pool: 'threads',
    // Nothing here keeps state in a module, so that every spec of a worker may share what is loaded and compiled.
    isolate: false,
    maxWorkers: 2,
    // Properties run hundreds of cases: how long that takes is the machine's affair, not a verdict.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    typecheck: {
      enabled: true,
      include: ['{packages/*,examples,docs,bench}/**/*.spec-d.ts'],
      tsconfig: './tsconfig.json',
      // `npm run types` reports the errors that are outside the type tests.
      ignoreSourceErrors: true,
    },
  },
})
