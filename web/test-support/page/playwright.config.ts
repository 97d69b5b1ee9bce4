import { defineConfig } from '@playwright/test';
import e2e from '../../e2e/playwright.config';

const url = 'http://127.0.0.1:4175';

/** The built page against the pretended server: quick checks of what only a browser can tell. */
export default defineConfig({
  ...e2e,
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 240_000,
  use: { ...e2e.use, baseURL: url },
  webServer: {
    command:
      'npx vite build && npx vite preview --config vite.fake.config.ts --host 127.0.0.1 --port 4175 --strictPort',
    cwd: '../..',
    url,
    timeout: 60_000,
    // Each run begins with an empty server.
    reuseExistingServer: false,
  },
});
