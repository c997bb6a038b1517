import type { Thing } from 'schema-dts';
import { useList } from '../features/lists/queries.ts';
import { counted } from '../ui/numbers.ts';
import { Head, inOneLine } from './head.tsx';
import { licenceAddress } from './item-data.ts';

export function ListHead({ origin, listId }: { origin: string; listId: string }) {
  const found = useList(listId).data;
  if (!found) return null;
  const { list, counts, entries } = found;
  const said = [
    list.mode === 'open' ? 'An open list' : 'A list',
    list.by ? `by @${list.by}` : '',
    `of ${counted(counts.entries, 'item')}`,
  ];
  const address = `${origin}/l/${list.id}`;
  return (
    <Head
      title={list.title}
      description={`${said.filter(Boolean).join(' ')}. ${list.description}`}
      canonical={address}
      empty={counts.entries === 0}
      feed={list.title}
      picture={entries.find(({ picture }) => picture)?.picture}
      data={
        {
          '@type': 'ItemList',
          '@id': address,
          name: list.title,
          ...(list.description ? { description: inOneLine(list.description, 5000) } : {}),
          ...(list.by ? { author: { '@type': 'Person', name: `@${list.by}`, url: `${origin}/@${list.by}` } } : {}),
          dateCreated: list.at,
          license: licenceAddress(list.licence),
          numberOfItems: counts.entries,
          itemListOrder: 'https://schema.org/ItemListOrderAscending',
          itemListElement: entries.map(({ itemId, title }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: title,
            url: `${origin}/i/${itemId}`,
          })),
        } as Thing
      }
    />
  );
}
