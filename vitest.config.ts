import { defineConfig } from 'vitest/config';

/** The suffix tells the world a test needs: `.test.ts` nothing, `.pg.test.ts` a Postgres. Browser tests run under Playwright. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['{packages,apps}/*/src/**/*.pg.test.ts'],
          globalSetup: ['packages/db/src/testing-server.ts'],
          testTimeout: process.env.YISHITING_ROUNDS === 'soak' ? 0 : 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
