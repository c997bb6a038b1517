import type { Browser } from 'playwright-core';
import { buildFunctions } from '#infra/build/functions.ts';
import { buildSiteIfOld } from '#infra/build/site.ts';
import type { Card } from '#shared/items/schema.ts';
import { launchBrowser } from '#tests/setup/browser.ts';
import { withWorld } from '../cost/with-world.ts';
import { itemIdOf } from '../cost/world.ts';
import { atMost, type Check, median, type Options, type Result, type Section } from '../result.ts';
import { serve } from '../throughput/serve.ts';
import { type Edge, startEdge, startPage } from './edge.ts';
import { categories, lighthouse, type Scores } from './lighthouse.ts';
import { staticPage } from './static-page.ts';
import { type Visit, visit } from './visit.ts';

const repeats = 5;
const listRow = 'main ol > li h2';

type Seen = { page: string; line: 'plain' | 'slow'; visit: Visit };

export const site: Section = {
  name: 'site',
  title: 'Site',
  intro:
    'The built site in headless Chromium at a phone’s size, with an empty cache, through a proxy that compresses and keeps ' +
    'answers as the edge does; beside it a static HTML page with the same fifty rows and no script. Slow is a CPU four times slower, 1.6 Mbit/s and ' +
    `150 ms. Medians of ${repeats} interleaved visits. Sizes are of all that a visit loads, compressed by gzip and by brotli 5.`,
  run: async (options) => {
    await buildFunctions();
    await buildSiteIfOld();
    return withWorld(1000, (world) => onWorld(world, options), false);
  },
};

async function onWorld(
  { endpoint, tableName }: { endpoint: string; tableName: string },
  options: Options,
): Promise<Result> {
  const server = await serve({ subs: [], site: true }, endpoint, tableName);
  const edge = await startEdge(server.url);
  const { entries } = (await (await fetch(`${edge.url}/api/rankings`)).json()) as { entries: Card[] };
  const page = await startPage(staticPage(entries));
  const browser = await launchBrowser();
  try {
    const first = await compare(browser, edge, page, options.onStep);
    const routes = await eachRoute(browser, edge, options.onStep);
    const scores: Scores[] = [];
    for (const form of ['mobile', 'desktop'] as const) {
      options.onStep(`lighthouse, ${form}`);
      scores.push(await lighthouse(`${edge.url}/`, form));
    }
    return resultOf(first, routes, scores);
  } finally {
    await browser.close();
    await page.stop();
    await edge.stop();
    await server.stop();
  }
}

async function compare(browser: Browser, edge: Edge, page: Edge, onStep: Options['onStep']): Promise<Seen[]> {
  const found: Seen[] = [];
  for (const line of ['plain', 'slow'] as const) {
    onStep(`first listing, ${line}`);
    const visits: Record<string, Visit[]> = { 'first listing': [], 'static page': [] };
    for (let round = 0; round < repeats; round++) {
      for (const [name, { url }] of [['first listing', edge] as const, ['static page', page] as const]) {
        visits[name]?.push(await visit(browser, `${url}/`, listRow, line === 'slow'));
      }
    }
    for (const [name, seen] of Object.entries(visits)) found.push({ page: name, line, visit: middle(seen) });
  }
  return found;
}

/** Every route that needs no account, once, on a plain line. */
async function eachRoute(browser: Browser, edge: Edge, onStep: Options['onStep']): Promise<Seen[]> {
  const routes: [string, string, string][] = [
    ['kind', '/k/book', listRow],
    ['tag', '/t/classic', listRow],
    ['item', `/i/${itemIdOf(0)}`, 'main h1'],
    ['person', '/@m0x0', 'main h1'],
    ['tags', '/tags', 'main h1'],
    ['how ranking works', '/how-ranking-works', 'main h1'],
    ['sign in', '/sign-in', 'main h1'],
    ['sign up', '/sign-up', 'main h1'],
  ];
  const found: Seen[] = [];
  onStep('every route');
  for (const [page, path, shown] of routes) {
    found.push({ page, line: 'plain', visit: await visit(browser, `${edge.url}${path}`, shown, false) });
  }
  return found;
}

function middle(visits: readonly Visit[]): Visit {
  const of = (pick: keyof Visit) => median(visits.map((one) => one[pick]));
  return {
    requests: of('requests'),
    wire: of('wire'),
    gzip: of('gzip'),
    brotli: of('brotli'),
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
    list: of('list'),
    shift: of('shift'),
    mainThread: of('mainThread'),
  };
}

const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

function resultOf(first: readonly Seen[], routes: readonly Seen[], scores: readonly Scores[]): Result {
  const of = (page: string, line: string) => first.find((seen) => seen.page === page && seen.line === line)?.visit;
  const [own, still] = [of('first listing', 'slow'), of('static page', 'slow')];
  if (!own || !still) throw new Error('A page was not visited');
  const shifts = [...first, ...routes]
    .filter(({ page }) => page !== 'static page')
    .map(({ visit: { shift } }) => shift);
  const row = ({ page, line, visit: seen }: Seen) => [
    page,
    line,
    seen.requests,
    kilobytes(seen.wire),
    kilobytes(seen.gzip),
    kilobytes(seen.brotli),
    Math.round(seen.firstPaint),
    Math.round(seen.largestPaint),
    Math.round(seen.list),
    Math.round(seen.shift * 10_000) / 10_000,
    Math.round(seen.mainThread),
  ];
  const failed = [...new Set(scores.flatMap((one) => one.failed))];
  return {
    tables: [
      {
        caption: 'Pages',
        columns: [
          'page',
          'line',
          'requests',
          'KB on the wire',
          'KB gzip',
          'KB brotli',
          'first paint ms',
          'largest paint ms',
          'shown ms',
          'shift',
          'main thread ms',
        ],
        rows: [...first, ...routes].map(row),
      },
      {
        caption: 'Lighthouse, of the first listing',
        columns: ['form', ...categories],
        rows: scores.map(({ form, scores: reached }) => [
          form,
          ...categories.map((name) => reached[name] ?? 'not measured'),
        ]),
      },
    ],
    plots: [
      {
        name: 'site-times',
        alt: 'First paint, largest paint and list shown, of the site and of a static page, plain and slow',
        spec: {
          data: {
            values: first.flatMap(({ page, line, visit: seen }) =>
              (['firstPaint', 'largestPaint', 'list'] as const).map((what) => ({
                page,
                line,
                what: words[what],
                ms: seen[what],
              })),
            ),
          },
          mark: 'bar',
          width: 200,
          height: 160,
          encoding: {
            column: { field: 'line', title: null },
            x: { field: 'what', title: null, sort: null, axis: { labelAngle: 0 } },
            xOffset: { field: 'page', sort: null },
            y: { field: 'ms', type: 'quantitative', title: 'ms' },
            color: { field: 'page', title: null, sort: null },
          },
        },
      },
    ],
    checks: [
      atMost('Requests of the first listing', own.requests, 6),
      atMost('List visible on the slow line against the static page', own.list / still.list, 1.5, ' ×'),
      atMost('Layout shift, worst page', Math.max(...shifts), 0.02),
      ...categories.map((name): Check => {
        const reached = scores.map((one) => one.scores[name] ?? 0);
        const missing = scores.some((one) => one.scores[name] === undefined);
        const lowest = Math.min(...reached);
        return {
          what: `Lighthouse: ${name}`,
          target: '≥ 95',
          measured: missing ? 'not measured' : String(lowest),
          holds: lowest >= 95,
        };
      }),
    ],
    notes: failed.length > 0 ? [`Lighthouse marks down: ${failed.join('; ')}.`] : [],
  };
}

const words = { firstPaint: 'first paint', largestPaint: 'largest paint', list: 'list shown' };
