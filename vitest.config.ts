import { defineConfig } from 'vitest/config';

/** Parts that share nothing but the engine run side by side; what measures or shows pages runs alone. */
const project = (name: string, more: { alone?: boolean; seconds?: number } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: (more.seconds ?? 10) * 1000,
    hookTimeout: 240_000,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    fileParallelism: !more.alone,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    restoreMocks: true,
    allowOnly: false,
    projects: [
      project('unit', { seconds: 60 }),
      project('architecture', { seconds: 30 }),
      project('integration', { seconds: 240 }),
      project('infra', { seconds: 60 }),
      project('budgets', { alone: true, seconds: 300 }),
      project('e2e', { alone: true, seconds: 120 }),
    ],
  },
});
