import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Ends what hangs; a soak turns its rounds as long as they take, and no test asks how long one took. */
const testTimeout = process.env.YISHITING_ROUNDS === 'soak' ? 0 : 120_000;

/** The suffix tells the world a test needs: `.test.ts` nothing, `.pg.test.ts` a Postgres. Browser tests run under Playwright. */
export default defineConfig({
  test: {
    projects: [
      {
        // Live state of the pages stands in .svelte.ts files.
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'pure',
          include: ['{packages,apps}/*/src/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
          testTimeout,
        },
      },
      {
        // A client of the pages is held against the real server.
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'database',
          include: ['{packages,apps}/*/src/**/*.pg.test.ts'],
          globalSetup: ['packages/db/src/testing-server.ts'],
          // These wait for disks, locks and processes: vitest's own count, one less than there are cores, leaves half of two idle.
          maxWorkers: '100%',
          testTimeout,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
