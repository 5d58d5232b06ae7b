/** A headless Chromium with a fresh profile that asks nothing of the network. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';

const candidates = [
  process.env['CONVOLAB_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export interface OpenBrowser {
  context: BrowserContext;
  close(): Promise<void>;
}

export async function openChromium(size = { width: 1280, height: 1000 }): Promise<OpenBrowser> {
  const executablePath = candidates.find((file) => file !== undefined && existsSync(file));
  if (executablePath === undefined) {
    throw new Error(
      'Cannot open a browser: no Chromium was found; install it (Debian: apt-get install chromium) ' +
        'or name it in the variable CONVOLAB_CHROMIUM.',
    );
  }
  const profile = mkdtempSync(path.join(os.tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: size,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
