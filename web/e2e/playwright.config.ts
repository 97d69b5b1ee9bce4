import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A browser of this machine is used; none is downloaded. */
const chromium = process.env.LAKEWRIGHT_CHROMIUM ?? '/usr/bin/chromium';
const port = process.env.PORT ?? '8080';
const url = process.env.LAKEWRIGHT_URL ?? `http://127.0.0.1:${port}`;

/** Stories against the product itself. With LAKEWRIGHT_URL a running one is used, else one is started. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
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
  ...(process.env.LAKEWRIGHT_URL
    ? {}
    : {
        webServer: {
          command: `../../lakewright serve --port ${port}`,
          url: `${url}/api/health`,
          timeout: 600_000,
          reuseExistingServer: true,
        },
      }),
});
