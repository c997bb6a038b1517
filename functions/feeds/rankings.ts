import { type KindName, kinds } from '#shared/items/kinds/registry.ts';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import { orders, windows } from '#shared/ranking/schema.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { entriesOf } from './answers.ts';
import { cardEntry } from './entries.ts';
import type { Feed } from './feed.ts';
import { type Asked, chosen, type List, pageOf } from './list.ts';

export const ranking: List = {
  path: '/{k/:kind}?',
  feed: ranked,
};

export const tagged: List = {
  path: '{/k/:kind}?/t/:tag',
  feed: ranked,
};

async function ranked({ params, query, ask, origin }: Asked): Promise<Feed> {
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
