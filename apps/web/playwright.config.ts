import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/test-needs.mjs';

/** Browser tests run with the machine's own Chromium: Playwright's download does not work everywhere. */
export default defineConfig({
  testDir: './e2e',
  workers: 2,
  timeout: process.env['YISHITING_ROUNDS'] === 'soak' ? 0 : 180_000,
  // Two cores may be busy with seven browsers.
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env['CI'],
  outputDir: '../../test-results',
  use: {
    actionTimeout: 20_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: findChromium() ?? 'chromium',
      // Without a locale the browser cannot write a Chinese name of a file it saves.
      env: { ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Names of the same server that are not localhost, as a phone in the room knows it.
        '--host-resolver-rules=MAP *.test 127.0.0.1',
      ],
    },
  },
});
