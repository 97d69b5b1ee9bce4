import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A browser of this machine is used; none is downloaded. */
const chromium = process.env.LAKEWRIGHT_CHROMIUM ?? '/usr/bin/chromium';

/** Stories against the product itself; each starts a server of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 900_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    // Without pictures: a screencast keeps a core busy that the engine needs.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
