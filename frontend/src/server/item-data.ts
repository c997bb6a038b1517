import type { AggregateRating, Review as ReviewData, Thing } from 'schema-dts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Counts, Item } from '#shared/items/schema.ts';
import { ratingCount, shownAverage } from '#shared/ranking/stars.ts';
import type { Review } from '#shared/reviews/schema.ts';
import { inOneLine } from './head.tsx';

const scale = { bestRating: 5, worstRating: 0.5 } as const;

/** An item as schema.org knows it: by its kind's own words, its address and name. */
export function itemData(origin: string, item: Item): Thing {
  return {
    ...(kinds[item.kind].jsonLd(item.fields) as object),
    '@id': `${origin}/i/${item.id}`,
    name: item.title,
  } as Thing;
}

/** An item with how it was judged. The average stands there from as many ratings on as on the page. */
export function judgedItemData(
  origin: string,
  { item, counts, tags, reviews }: { item: Item; counts: Counts; tags: string[]; reviews: Review[] },
): Thing {
  const average = shownAverage(counts.ratings);
  const rating: AggregateRating | undefined =
    average === undefined
      ? undefined
      : {
          '@type': 'AggregateRating',
          ...scale,
          ratingValue: Math.round(average * 100) / 100,
          ratingCount: ratingCount(counts.ratings),
          reviewCount: counts.reviews,
        };
  return {
    ...(itemData(origin, item) as object),
    ...(tags.length > 0 ? { keywords: tags.join(', ') } : {}),
    ...(rating ? { aggregateRating: rating } : {}),
    ...(reviews.length > 0 ? { review: reviews.map((review) => reviewData(origin, review)) } : {}),
  } as Thing;
}

/** One review; of a former member it has no author. */
export function reviewData(origin: string, review: Review, of?: Thing): ReviewData {
  const { id, rating, text, by, at, editedAt, licence } = review;
  return {
    '@type': 'Review',
    url: `${origin}/r/${id}`,
    ...(by ? { author: { '@type': 'Person', name: `@${by}`, url: `${origin}/@${by}` } } : {}),
    datePublished: at,
    ...(editedAt ? { dateModified: editedAt } : {}),
    reviewRating: { '@type': 'Rating', ...scale, ratingValue: rating },
    ...(text ? { reviewBody: inOneLine(text, 5000) } : {}),
    license: licenceAddress(licence),
    ...(of ? { itemReviewed: of as ReviewData['itemReviewed'] } : {}),
  } as ReviewData;
}

/** Where SPDX says what a licence is. */
export const licenceAddress = (licence: string) => `https://spdx.org/licenses/${licence}.html`;
