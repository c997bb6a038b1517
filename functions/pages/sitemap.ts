import { Readable } from 'node:stream';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { itemsAdded } from '#functions/ranking/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { kindNames } from '#shared/items/kinds/registry.ts';

/** A sitemap may hold 50,000, an answer of a function 6 MB. What a month has beyond is reached by links. */
const longest = 40_000;
const atOnce = 2000;

/**
 * What search engines are to visit: an index of the months in which something was added, and under it a list of each
 * month's items. Made from the list by time, without a look at what else is in the table.
 * @throws route_not_found
 */
export async function sitemap({ origin, pathname }: URL, now: Date): Promise<APIGatewayProxyStructuredResultV2> {
  if (pathname === '/sitemap.xml') return xml(await index(origin, now));
  if (pathname === '/sitemaps/pages.xml')
    return xml(
      await urlset(
        origin,
        pages.map((url) => ({ url })),
      ),
    );
  const month = /^\/sitemaps\/(\d{4}-(?:0[1-9]|1[0-2]))\.xml$/.exec(pathname)?.[1];
  const found = month ? await addedIn(month) : [];
  if (found.length === 0) throw new AppError('route_not_found');
  return xml(await urlset(origin, found));
}

const pages = [
  '/',
  ...kindNames.map((kind) => `/k/${kind}`),
  '/tags',
  '/lists',
  '/popular',
  '/recent',
  '/together',
  '/tools',
  '/how-ranking-works',
  '/how-trust-works',
  '/moderation',
  '/take-away',
  '/api-docs',
];

async function index(origin: string, now: Date): Promise<Buffer> {
  const addresses = [`${origin}/sitemaps/pages.xml`];
  // From each month's newest item to the newest before that month: one small request a month.
  for (let to = now.getTime() / 1000 + 1; ; ) {
    const { items } = await itemsAdded({ from: 0, to }, { limit: 1 });
    const [newest] = items;
    if (!newest) break;
    const month = new Date(newest.at * 1000).toISOString().slice(0, 7);
    addresses.push(`${origin}/sitemaps/${month}.xml`);
    to = bounds(month).from;
  }
  const stream = new SitemapIndexStream();
  return streamToPromise(Readable.from(addresses.map((url) => ({ url }))).pipe(stream));
}

async function addedIn(month: string): Promise<{ url: string; lastmod: string }[]> {
  const found: { url: string; lastmod: string }[] = [];
  let after: string | undefined;
  do {
    const page = await itemsAdded(bounds(month), { after, limit: Math.min(atOnce, longest - found.length) });
    for (const { itemId, at } of page.items)
      found.push({ url: `/i/${itemId}`, lastmod: new Date(at * 1000).toISOString() });
    after = page.last;
  } while (after !== undefined && found.length < longest);
  return found;
}

/** Where a month (`2026-11`) begins and ends, in seconds. */
function bounds(month: string): { from: number; to: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: Date.UTC(year, number - 1) / 1000, to: Date.UTC(year, number) / 1000 };
}

function urlset(hostname: string, entries: { url: string; lastmod?: string }[]): Promise<Buffer> {
  return streamToPromise(Readable.from(entries).pipe(new SitemapStream({ hostname })));
}

function xml(text: Buffer): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=0, s-maxage=3600' },
    body: text.toString(),
  };
}
