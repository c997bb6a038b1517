import { defineConfig } from 'vitest/config';

/** Files share nothing, and none looks at how long anything takes but in whole seconds: all run side by side, pages too. */
const project = (name: string, more: { seconds: number; globalSetup?: string }) => ({
  extends: true as const,
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: more.seconds * 1000,
    globalSetup: more.globalSetup ?? [],
    hookTimeout: 240_000,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 30_000 } },
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
      project('budgets', { seconds: 300 }),
      project('e2e', { seconds: 240, globalSetup: 'tests/setup/site-and-browser.ts' }),
    ],
  },
});
