import { kinds } from 'virtual:contract';
import { orderLabels, windowLabels } from '#shared/ranking/labels.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { useRanking } from '../features/ranking/queries.ts';
import { type Listing, listingAddress } from '../features/ranking/scope.ts';
import { Head } from './head.tsx';

type Props = { origin: string; listing: Listing };

export function ListingHead({ origin, listing }: Props) {
  const { kind, tag, order, window } = listing;
  const cards = useRanking(listing).data?.pages.flat() ?? [];
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  const isFront = !kind && !tag && order === 'hot';
  const first = cards.slice(0, 3).map(({ title }) => title);
  return (
    <Head
      {...(isFront ? {} : { title: `${about} · ${orderLabels[order]}` })}
      description={
        isFront
          ? 'Books, places and links that people judged worth keeping, ranked in the open.'
          : `${about}, ${orderLabels[order].toLowerCase()}, added ${windowLabels[window]}${first.length > 0 ? `: ${first.join(', ')}` : ''}`
      }
      canonical={`${origin}${listingAddress({ ...listing, tag: tag && normaliseTag(tag) })}`}
      empty={cards.length === 0}
      feed={`${about} · ${orderLabels[order]}`}
      data={{
        '@type': 'ItemList',
        name: `${about} · ${orderLabels[order]}`,
        itemListElement: cards.map(({ id, title }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: title,
          url: `${origin}/i/${id}`,
        })),
      }}
    />
  );
}
