import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** A headless browser: the bundled Chromium on Linux x64, an installed Chrome (or the one at CHROME_PATH) elsewhere. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  const installed = process.env.CHROME_PATH;
  if (installed) return chromium.launch({ executablePath: installed, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args });
  // The package unpacks the system libraries that a bare machine lacks only where it believes to be in Lambda.
  if (!hasSystemLibraries()) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  bundled.setGraphicsMode = false;
  // Not its own arguments: they switch off web security, which these tests are there to see at work.
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: ['--disable-gpu', '--disable-dev-shm-usage', ...args],
  });
}

function hasSystemLibraries(): boolean {
  const directories = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'];
  return ['libnss3.so', 'libnspr4.so'].every((library) =>
    directories.some((directory) => existsSync(`${directory}/${library}`)),
  );
}
