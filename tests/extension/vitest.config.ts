import { defineConfig } from 'vitest/config';

/** In a browser of its own: the one that the other tests bring along takes no extensions. */
export default defineConfig({
  root: new URL('../../', import.meta.url).pathname,
  test: {
    include: ['tests/extension/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    allowOnly: false,
  },
});
