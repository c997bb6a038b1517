import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { entityTag, isKnown } from '#functions/http/response.ts';
import { askFor } from '#functions/pages/ask-here.ts';
import { AppError } from '#shared/app-error.ts';
import { type FeedFormat, feedAddress, feedForms } from '#shared/feeds/rules.ts';
import { type Feed, feedUpdated, type Written } from './feed.ts';
import { feedAt } from './lists.ts';
import { atomFeed } from './write-atom.ts';
import { jsonFeed } from './write-json.ts';
import { rssFeed } from './write-rss.ts';

type Result = APIGatewayProxyStructuredResultV2;

const writers: Record<FeedFormat, (written: Written) => string> = { atom: atomFeed, rss: rssFeed, json: jsonFeed };
const isFormat = (text: string | undefined): text is FeedFormat => text !== undefined && Object.hasOwn(writers, text);

/**
 * The feed of a public list, from what the list’s operation answers anybody.
 * @throws route_not_found, and what that operation refuses
 */
export async function serveFeed(
  address: URL,
  event: APIGatewayProxyEventV2,
  context: Context,
  now: Date,
): Promise<Result> {
  const { origin, searchParams: query } = address;
  const [, format, page = ''] = /^\/feeds\/([a-z]+)(\/.*)$/.exec(address.pathname) ?? [];
  const found = isFormat(format) ? feedAt(page, { query, origin, ask: askFor(event, context) }) : undefined;
  if (!isFormat(format) || !found) throw new AppError('route_not_found');
  const feed = await found;
  const text = writers[format]({ feed, origin, self: origin + feedAddress(format, feed.page) });
  const tag = entityTag(text);
  const changed = lastModified(feed, now);
  const headers = {
    'cache-control': 'public, max-age=0, s-maxage=5, stale-while-revalidate=60, stale-if-error=86400',
    // The same content in any coding.
    etag: `W/${tag}`,
    vary: 'accept-encoding',
    ...(changed ? { 'last-modified': changed.toUTCString() } : {}),
  };
  const { 'if-none-match': known, 'if-modified-since': since } = event.headers;
  const has = known === undefined ? isSince(since, changed) : isKnown(known, tag);
  if (has) return { statusCode: 304, headers };
  const typed = { ...headers, 'content-type': `${feedForms[format].type}; charset=utf-8` };
  // The edge compresses RSS, and neither of the other types.
  if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(event.headers['accept-encoding'] ?? ''))
    return { statusCode: 200, headers: typed, body: text };
  const body = gzipSync(text).toString('base64');
  return { statusCode: 200, headers: { ...typed, 'content-encoding': 'gzip' }, body, isBase64Encoded: true };
}

/** Whatever is listed at all is listed by now: entries that were written at the same time come in any order. */
const settled = 60_000;

/** When the list last changed, where the time tells: not while it changes, and not where something old may come to it. */
function lastModified(feed: Feed, now: Date): Date | undefined {
  const updated = feedUpdated(feed);
  if (!feed.isByTime || feed.entries.length === 0 || now.getTime() - updated.getTime() < settled) return undefined;
  // In seconds, as the header says it.
  updated.setMilliseconds(0);
  return updated;
}

function isSince(since: string | undefined, changed: Date | undefined): boolean {
  return since !== undefined && changed !== undefined && Date.parse(since) >= changed.getTime();
}
