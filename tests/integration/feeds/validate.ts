import { readFileSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { validateXML } from 'xmllint-wasm';
import { fromJSONSchema, type ZodType } from 'zod';
import { type FeedFormat, feedForms } from '#shared/feeds/rules.ts';

/** A feed as somebody's reader has it. */
export type Read = {
  title: string;
  page: string;
  self: string;
  rights: string;
  entries: { id: string; link: string; title: string; html: string; by: string; at: string; tags: string[] }[];
};

const fixture = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const jsonSchema = JSON.parse(fixture('json-feed.schema.json')) as Parameters<typeof fromJSONSchema>[0] & {
  properties: object;
  $defs: { item: { properties: object } };
};
const json: ZodType = fromJSONSchema(jsonSchema);
const time = (text: unknown) => new Date(String(text)).toISOString();

/** The words of an object that its format does not know. */
const unknown = (found: object, properties: object) =>
  Object.keys(found).filter((name) => !(name in properties) && !name.startsWith('_'));

/**
 * What is wrong with a feed by its format's schema: of the XML ones libxml2 says so, a reader that has nothing in
 * common with what writes them.
 */
async function faultsOf(format: FeedFormat, text: string): Promise<unknown[]> {
  if (format !== 'json') {
    const xml = { fileName: `feed.${format}`, contents: text };
    const { errors } = await validateXML({ xml, schema: fixture(`${format}.rng`), extension: 'relaxng' });
    return errors.map(({ message }) => message);
  }
  const feed = JSON.parse(text) as { items: object[] };
  return [
    ...(json.safeParse(feed).error?.issues ?? []),
    ...unknown(feed, jsonSchema.properties),
    ...feed.items.flatMap((item) => unknown(item, jsonSchema.$defs.item.properties)),
  ];
}

const readers: Record<FeedFormat, (text: string) => Read> = {
  atom: (text) => {
    const feed = parseAtomFeed(text);
    const hrefOf = (links: typeof feed.links, rel: string) => String(links?.find((link) => link.rel === rel)?.href);
    return {
      title: String(feed.title?.value),
      page: hrefOf(feed.links, 'alternate'),
      self: hrefOf(feed.links, 'self'),
      rights: String(feed.rights?.value),
      entries: (feed.entries ?? []).map((entry) => ({
        id: String(entry.id),
        link: hrefOf(entry.links, 'alternate'),
        title: String(entry.title?.value),
        html: String(entry.content?.value),
        by: (entry.authors ?? []).map(({ name }) => name).join(),
        at: time(entry.published),
        tags: (entry.categories ?? []).map(({ term }) => String(term)),
      })),
    };
  },
  rss: (text) => {
    const feed = parseRssFeed(text);
    return {
      title: String(feed.title),
      page: String(feed.link),
      self: String(feed.atom?.links?.[0]?.href),
      rights: String(feed.copyright),
      entries: (feed.items ?? []).map((item) => ({
        id: String(item.guid?.value),
        link: String(item.link),
        title: String(item.title),
        html: String(item.description),
        by: (item.dc?.creators ?? []).join(),
        at: time(item.pubDate),
        tags: (item.categories ?? []).map(({ name }) => String(name)),
      })),
    };
  },
  json: (text) => {
    const feed = parseJsonFeed(text);
    return {
      title: String(feed.title),
      page: String(feed.home_page_url),
      self: String(feed.feed_url),
      rights: (JSON.parse(text) as { _commonplace: { rights: string } })._commonplace.rights,
      entries: (feed.items ?? []).map((item) => ({
        id: String(item.id),
        link: String(item.url),
        title: String(item.title),
        html: String(item.content_html),
        by: (item.authors ?? []).map(({ name }) => name).join(),
        at: time(item.date_published),
        tags: [...(item.tags ?? [])].map(String),
      })),
    };
  },
};

/** Reads a feed with a parser that is not ours. @throws where its schema finds fault with it */
export async function readFeed(
  format: FeedFormat,
  { headers, body }: { headers: Record<string, unknown>; body: string },
): Promise<Read> {
  const faults = await faultsOf(format, body);
  if (faults.length > 0) throw new Error(`${format}: ${JSON.stringify(faults.slice(0, 20))}`);
  if (headers['content-type'] !== `${feedForms[format].type}; charset=utf-8`)
    throw new Error(`${format} as ${String(headers['content-type'])}`);
  return readers[format](body);
}
