import { kinds } from 'virtual:contract';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { pictureOf } from '../features/items/item-details.tsx';
import { useItem } from '../features/items/queries.ts';
import { counted } from '../ui/numbers.ts';
import { Head } from './head.tsx';
import { judgedItemData } from './item-data.ts';

export function ItemHead({ origin, itemId }: { origin: string; itemId: string }) {
  const found = useItem(itemId).data;
  if (!found) return null;
  const { item, counts, tags, reviews } = found;
  const average = shownAverage(counts.ratings);
  const { description } = item.fields;
  const said = [
    kinds[item.kind].label,
    item.byline,
    average === undefined ? '' : `★ ${average.toFixed(1)} from ${counted(ratingCount(counts.ratings), 'rating')}`,
    counts.up + counts.down > 0 ? counted(counts.up + counts.down, 'vote') : '',
    typeof description === 'string' ? description : '',
  ];
  return (
    <Head
      title={item.title}
      description={said.filter(Boolean).join(' · ')}
      canonical={`${origin}/i/${item.id}`}
      picture={pictureOf(item)}
      feed={`Reviews of ${item.title}`}
      data={judgedItemData(origin, { item, counts, tags: tags.map(({ tag }) => tag), reviews: reviews.entries })}
    />
  );
}
