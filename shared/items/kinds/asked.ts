import { type Asked, placeWords } from './place-words.ts';
import type { KindName } from './registry.ts';

/**
 * How things of a kind are asked for: what people call one beside its label and plural, and their words for values of
 * filters. Apart from the kinds, which every function loads.
 */
export const askedOf: Record<KindName, { called: readonly string[]; asked: readonly Asked[] }> = {
  book: { called: ['novel', 'paperback', 'ebook'], asked: [] },
  place: { called: ['spot', 'venue', 'location', 'somewhere', 'thing to do', 'things to do'], asked: placeWords },
  link: { called: ['website', 'web page', 'site', 'blog post', 'bookmark'], asked: [] },
  article: { called: ['wiki page', 'wiki article'], asked: [] },
  area: { called: ['city', 'town', 'quarter', 'neighbourhood', 'district', 'country'], asked: [] },
};
