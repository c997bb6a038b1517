import { savesPage } from '#shared/saves/addresses.ts';
import { type SaveList, saveListName } from '#shared/saves/rules.ts';
import { saveListTitle } from '../features/saves/list-title.ts';
import { useSaves } from '../features/saves/queries.ts';
import { Head } from './head.tsx';

type Props = { origin: string; handle: string; list: SaveList };

/** A list of what a person saved in public. */
export function SavesHead({ origin, handle, list }: Props) {
  const saves = useSaves(handle, list, false).data?.pages.flat() ?? [];
  // As its owner writes it, where that is known.
  const by = saves[0]?.by ?? handle;
  const title = saveListTitle(list);
  const first = saves.slice(0, 3).map(({ item }) => item.title);
  const what = saveListName(list) === 'all' ? 'What' : `${title}: what`;
  return (
    <Head
      title={`${title} · @${by}`}
      description={`${what} @${by} saved${first.length > 0 ? `: ${first.join(', ')}` : ''}`}
      canonical={`${origin}${savesPage(by, list)}`}
      empty={saves.length === 0}
      feed={`${title} · @${by}`}
      data={{
        '@type': 'ItemList',
        name: `${title} · @${by}`,
        itemListElement: saves.map(({ item }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: item.title,
          url: `${origin}/i/${item.id}`,
        })),
      }}
    />
  );
}
