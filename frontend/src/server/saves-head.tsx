import { windowLabels } from '#shared/ranking/labels.ts';
import { savesPage, taggedPage } from '#shared/saves/addresses.ts';
import { type SaveList, saveListName } from '#shared/saves/rules.ts';
import { useItem } from '../features/items/queries.ts';
import { useRanking } from '../features/ranking/queries.ts';
import { listingAddress } from '../features/ranking/scope.ts';
import { saveListTitle } from '../features/saves/list-title.ts';
import { type Popular, popularAddress, popularTitle } from '../features/saves/popular-address.ts';
import { useSaves, useTaggedSaves } from '../features/saves/queries.ts';
import { FeedsInHead } from '../ui/feed-links.tsx';
import { counted } from '../ui/numbers.ts';
import { Head } from './head.tsx';

/** What stands in a list, for machines. */
const listed = (origin: string, name: string, items: readonly { id: string; title: string }[]) => ({
  '@type': 'ItemList' as const,
  name,
  itemListElement: items.map(({ id, title }, index) => ({
    '@type': 'ListItem' as const,
    position: index + 1,
    name: title,
    url: `${origin}/i/${id}`,
  })),
});

const begun = (items: readonly { title: string }[]) =>
  items.length > 0
    ? `: ${items
        .slice(0, 3)
        .map(({ title }) => title)
        .join(', ')}`
    : '';

/** A list of what a person saved in public. */
export function SavesHead({ origin, handle, list }: { origin: string; handle: string; list: SaveList }) {
  const saves = useSaves(handle, list, false).data?.pages.flat() ?? [];
  // As its owner writes it, where that is known.
  const by = saves[0]?.by ?? handle;
  const name = `${saveListTitle(list)} · @${by}`;
  const items = saves.map(({ item }) => item);
  return (
    <Head
      title={name}
      description={`${saveListName(list) === 'all' ? 'What' : `${saveListTitle(list)}: what`} @${by} saved${begun(items)}`}
      canonical={`${origin}${savesPage(by, list)}`}
      empty={saves.length === 0}
      feed={name}
      data={listed(origin, name, items)}
    />
  );
}

/** Who saved an item. */
export function SaversHead({ origin, itemId }: { origin: string; itemId: string }) {
  const found = useItem(itemId).data;
  if (!found) return null;
  const { item, counts } = found;
  return (
    <Head
      title={`Saves of ${item.title}`}
      description={`${counted(counts.saves, 'public save')} of ${item.title}: who keeps it, with their notes and tags, and since when.`}
      canonical={`${origin}/i/${item.id}/savers`}
      empty={counts.saves === 0}
      feed={`Saves of ${item.title}`}
    />
  );
}

/** What people saved under all of some tags. */
export function TaggedHead({ origin, tags }: { origin: string; tags: readonly string[] }) {
  const items = (useTaggedSaves(tags).data?.pages.flat() ?? []).map(({ item }) => item);
  const name = `Saves tagged ${tags.join(' + ')}`;
  return (
    <Head
      title={name}
      description={`What people saved under ${tags.join(' and ')}${begun(items)}`}
      canonical={`${origin}${taggedPage(tags)}`}
      // Any tags together make a page: those of one are enough to be found by.
      empty={items.length === 0 || tags.length > 1}
      feed={name}
      data={listed(origin, name, items)}
    />
  );
}

/** What most people save. */
export function PopularHead({ origin, popular }: { origin: string; popular: Popular }) {
  const listing = { kind: popular.kind, tag: popular.tag, order: 'saved', window: popular.window } as const;
  const cards = useRanking(listing).data?.pages.flat() ?? [];
  const title = popularTitle(popular);
  return (
    <>
      <Head
        title={title}
        description={`What most people saved, of what was added ${windowLabels[popular.window]}${begun(cards)}`}
        canonical={`${origin}${popularAddress(popular)}`}
        empty={cards.length === 0}
        data={listed(origin, title, cards)}
      />
      <FeedsInHead title={title} origin={origin} of={listingAddress(listing)} />
    </>
  );
}
