import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import type { Ask } from '#shared/pages/schema.ts';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import { orders, windows } from '#shared/ranking/schema.ts';
import { reviewOrders } from '#shared/reviews/schema.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { answered, entriesOf } from './answers.ts';
import { cardEntry, contributionEntry, reviewEntry } from './entries.ts';
import type { Feed } from './feed.ts';

/** What a feed is asked for: what its page's address names, decoded, and its query. */
type Asked = { params: Partial<Record<string, string>>; query: URLSearchParams; ask: Ask; origin: string };

/** A list that has a feed: where its page is, and what it holds, from the operation that the page asks too. */
type List = { path: string; feed: (asked: Asked) => Promise<Feed> };

/** What a query names of these; what it does not name, or names wrongly, is as usual, as on the page. */
const chosen = <T extends string>(query: URLSearchParams, name: string, from: readonly T[], usual: T): T =>
  from.find((one) => one === query.get(name)) ?? usual;

const pageOf = (path: string, query: Record<string, string | false | undefined>): string => {
  const said = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
};

const ranking: List = {
  path: '/{k/:kind}?',
  feed: ({ params, query, ask, origin }) => ranked(ask, origin, query, params),
};

const tagged: List = {
  path: '{/k/:kind}?/t/:tag',
  feed: ({ params, query, ask, origin }) => ranked(ask, origin, query, params),
};

async function ranked(ask: Ask, origin: string, query: URLSearchParams, params: Asked['params']): Promise<Feed> {
  const kind = params.kind as KindName | undefined;
  const tag = params.tag === undefined ? undefined : normaliseTag(params.tag);
  const order = chosen(query, 'order', orders, 'hot');
  const window = chosen(query, 'window', windows, 'all');
  const cards = await entriesOf(ask, 'listRanking', { query: { kind, tag, order, window } }, 1);
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  const path = `${kind ? `/k/${kind}` : ''}${tag ? `/t/${encodeURIComponent(tag)}` : ''}` || '/';
  return {
    page: pageOf(path, { order: order !== 'hot' && order, window: window !== 'all' && window }),
    title: `${about} · ${orderLabels[order]}${window === 'all' ? '' : `, added ${windowLabels[window]}`}`,
    description: `${about}, ${orderLabels[order].toLowerCase()}, added ${windowLabels[window]}.`,
    entries: cards.map((card) => cardEntry(card, origin)),
    // A tag may be put on what has long been there.
    isByTime: order === 'new' && !tag,
  };
}

const reviews: List = {
  path: '/i/:itemId',
  feed: async ({ params: { itemId = '' }, query, ask, origin }) => {
    // Who follows the reviews of an item wants the next one, whatever its page begins with.
    const order = chosen(query, 'order', reviewOrders, 'newest');
    const stars = ['1', '2', '3', '4', '5'].find((one) => one === query.get('stars'));
    const [{ item }, found] = await Promise.all([
      answered(ask, 'getItem', { params: { itemId } }),
      entriesOf(ask, 'listReviews', { params: { itemId }, query: { order, stars } }),
    ]);
    return {
      page: pageOf(`/i/${itemId}`, { order: order !== 'newest' && order, stars }),
      title: `Reviews of ${item.title}${stars ? ` with ${stars} ★` : ''}`,
      description: [item.title, item.byline].filter(Boolean).join(' · '),
      entries: found.map((review) => reviewEntry(review, origin)),
      // An edited review may come to have other stars.
      isByTime: order === 'newest' && !stars,
    };
  },
};

const contributions: List = {
  path: '/@:handle',
  feed: async ({ params: { handle = '' }, ask, origin }) => {
    const [{ person }, found] = await Promise.all([
      answered(ask, 'getPerson', { params: { handle } }),
      entriesOf(ask, 'listContributions', { params: { handle } }),
    ]);
    return {
      page: `/@${person.handle}`,
      title: `@${person.handle}`,
      description: `What @${person.handle} added and reviewed, newest first.`,
      entries: found.map((contribution) => contributionEntry(contribution, origin, person.handle)),
      isByTime: true,
    };
  },
};

/** Every public list, by the address of its page. */
const lists = [ranking, tagged, reviews, contributions].map(({ path, feed }) => ({
  pattern: new URLPattern({ pathname: `${path}{/}?` }),
  feed,
}));

/** The feed of the list whose page is at a path (encoded); undefined where there is no such list. */
export function feedAt(pathname: string, asked: Omit<Asked, 'params'>): Promise<Feed> | undefined {
  for (const { pattern, feed } of lists) {
    const groups = pattern.exec({ pathname })?.pathname.groups;
    if (groups) return feed({ ...asked, params: decoded(groups) });
  }
  return undefined;
}

function decoded(groups: Record<string, string | undefined>): Asked['params'] {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, value && decodeURIComponent(value)] as const),
  );
}
