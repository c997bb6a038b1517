import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';

/** What a visit showed: times in milliseconds, bytes as they came and as CloudFront would compress them. */
export type Visit = {
  requests: number;
  wire: number;
  gzip: number;
  brotli: number;
  firstPaint: number;
  largestPaint: number;
  list: number;
  shift: number;
  mainThread: number;
};

/** A cheap phone on a slow line: four times slower, 1.6 Mbit/s, 150 ms. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

type Noted = { largest: number; shift: number; list: number };

/** Notes in the page what can only be seen from inside, before anything of it runs. */
function observe(selector: string): void {
  const noted = { largest: 0, shift: 0, list: 0 };
  Object.assign(globalThis, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) noted.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) noted.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    // Two frames: the one in which it is there, and the one in which it has been painted.
    if (document.querySelector(selector)) requestAnimationFrame(() => (noted.list = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens an address in a fresh browser profile until nothing is loaded any more. `shown` is what makes it complete. */
export async function visit(browser: Browser, url: string, shown: string, slow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe, shown);
    const session = await context.newCDPSession(page);
    const traffic = await watch(session, page);
    await session.send('Performance.enable');
    if (slow) {
      await session.send('Network.emulateNetworkConditions', slowLine);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    await page.goto(url, { waitUntil: 'networkidle', timeout: 60_000 });
    await page.waitForFunction(() => (globalThis as typeof globalThis & { noted: Noted }).noted.list > 0);
    const seen = await page.evaluate(() => ({
      ...(globalThis as typeof globalThis & { noted: Noted }).noted,
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    }));
    const { metrics } = await session.send('Performance.getMetrics');
    const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    const { requests, wire, gzip, brotli } = await traffic();
    return {
      requests,
      wire,
      gzip,
      brotli,
      firstPaint: seen.first,
      largestPaint: seen.largest,
      list: seen.list,
      shift: seen.shift,
      mainThread: busy * 1000,
    };
  } finally {
    await context.close();
  }
}

/** Counts what comes over the line; bodies are compressed anew, to compare both ways. */
async function watch(session: CDPSession, page: Page) {
  await session.send('Network.enable');
  let requests = 0;
  let wire = 0;
  const bodies: Promise<Buffer>[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests++;
    wire += encodedDataLength;
  });
  page.on('response', (response) => {
    bodies.push(response.body().catch(() => Buffer.alloc(0)));
  });
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return async () => {
    const all = await Promise.all(bodies);
    const sum = (size: (body: Buffer) => number) =>
      all.reduce((total, body) => total + (body.length > 0 ? size(body) : 0), 0);
    const gzip = sum((body) => gzipSync(body).length);
    return { requests, wire, gzip, brotli: sum((body) => brotliCompressSync(body, quality).length) };
  };
}
