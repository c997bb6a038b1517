import { kinds } from 'virtual:contract';
import { use } from 'react';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import { RenderingContext } from '../client/rendered.ts';
import { pictureOf } from '../features/items/item-details.tsx';
import { useItem } from '../features/items/queries.ts';
import { isClosed, showsItself } from '../routes/item-closed.tsx';
import { counted } from '../ui/numbers.ts';
import { Head } from './head.tsx';
import { judgedItemData } from './item-data.ts';

export function ItemHead({ origin, itemId, search = '' }: { origin: string; itemId: string; search?: string }) {
  const found = useItem(itemId).data;
  const rendering = use(RenderingContext);
  if (!found) return null;
  const { item, counts, tags, reviews } = found;
  if (item.mergedInto !== undefined && !showsItself(search)) {
    rendering?.answer({ status: 308, location: `/i/${item.mergedInto}` });
    return null;
  }
  if (isClosed(item)) {
    if (item.removed) rendering?.answer({ status: 410 });
    const said = item.removed ? `Removed: ${item.removed.reason}` : 'Merged into another page.';
    return <Head title={item.title} description={said} canonical={`${origin}/i/${item.mergedInto ?? item.id}`} empty />;
  }
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
