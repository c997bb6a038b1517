import type { Aspect } from '../kind.ts';

/** What may be rated of a place beside the whole, by the sort of place it is. */
const aspectsOf = {
  food: ['food', 'service', 'value', 'atmosphere'],
  stay: ['rooms', 'cleanliness', 'service', 'value', 'location'],
  culture: ['collection', 'explanations', 'value', 'access'],
  stage: ['programme', 'sound', 'comfort', 'value'],
  outdoors: ['beauty', 'upkeep', 'access', 'quiet'],
  shop: ['choice', 'service', 'value'],
  service: ['service', 'value', 'access'],
} as const;

/** What any place may be rated for, of which no category is known. */
const anyAspects = ['service', 'value', 'atmosphere', 'access'] as const;

type Sort = keyof typeof aspectsOf;

/** The categories of each sort. A category is called as its key says, unless `named` knows better. */
const bySort = {
  food: ['cafe', 'restaurant', 'fast-food', 'bar', 'pub', 'bakery', 'ice-cream'],
  stay: ['hotel', 'hostel', 'guest-house', 'campsite'],
  culture: ['museum', 'gallery', 'library', 'monument', 'castle', 'place-of-worship', 'zoo'],
  stage: ['theatre', 'cinema', 'music-venue', 'nightclub'],
  outdoors: ['park', 'garden', 'playground', 'beach', 'viewpoint', 'nature-reserve'],
  shop: ['shop', 'bookshop', 'supermarket', 'market'],
  service: ['transport', 'sports', 'swimming', 'pharmacy', 'hospital', 'post-office', 'community-centre', 'school'],
} as const satisfies Record<Sort, readonly string[]>;

export type PlaceCategory = (typeof bySort)[Sort][number];

const named: Record<string, string> = { cafe: 'Café', sports: 'Sports ground or hall' };

const sortLabels: Record<Sort, string> = {
  food: 'Eating and drinking',
  stay: 'Staying',
  culture: 'Seeing and learning',
  stage: 'Going out',
  outdoors: 'Outdoors',
  shop: 'Shopping',
  service: 'Services',
};

/** A key in words: `place-of-worship` → `Place of worship`. */
const labelOf = (key: string) => named[key] ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');

const sorts = Object.keys(bySort) as Sort[];

/** Every category of places, by sort, with what it is called: keys are stable, they stand in items. */
export const placeCategories = sorts.flatMap((sort) =>
  bySort[sort].map((key: PlaceCategory) => ({ key, label: labelOf(key), sort, group: sortLabels[sort] })),
);

export const placeCategoryKeys = Object.values(bySort).flat() as [PlaceCategory, ...PlaceCategory[]];

/** What a category is called; a key that is none stays as it is. */
export const categoryLabel = (key: string): string => placeCategories.find((one) => one.key === key)?.label ?? key;

/** What may be rated of a place of a category beside the whole; of any place, where none is given. */
export function categoryAspects(key?: string): readonly Aspect[] {
  const sort = sorts.find((one) => (bySort[one] as readonly string[]).includes(key ?? ''));
  return (sort ? aspectsOf[sort] : anyAspects).map((aspect) => ({ key: aspect, label: labelOf(aspect) }));
}

/** The aspects of each category. */
export const aspectsByCategory = Object.fromEntries(placeCategoryKeys.map((key) => [key, categoryAspects(key)]));

/** What places may have: keys are stable, they stand in items. */
export const placeAmenityKeys = [
  'wifi',
  'sockets',
  'quiet',
  'outdoor-seating',
  'wheelchair',
  'accessible-toilet',
  'lift',
  'toilets',
  'changing-table',
  'children',
  'dogs',
  'parking',
  'bicycle-parking',
  'charging',
  'cards',
  'cash',
  'free-entry',
  'reservation',
  'takeaway',
  'delivery',
  'breakfast',
  'vegetarian',
  'vegan',
  'gluten-free',
  'halal',
  'kosher',
  'air-conditioning',
  'smoke-free',
  'live-music',
  'drinking-water',
  'showers',
] as const;

export type PlaceAmenity = (typeof placeAmenityKeys)[number];

/** Amenities that are called otherwise than their keys say. */
const amenityNames: Partial<Record<PlaceAmenity, string>> = {
  wifi: 'Wi-Fi',
  sockets: 'Power sockets',
  wheelchair: 'Wheelchair access',
  'accessible-toilet': 'Wheelchair toilet',
  children: 'Good with children',
  dogs: 'Dogs allowed',
  charging: 'Car charging',
  cards: 'Takes cards',
  cash: 'Takes cash',
  reservation: 'Takes reservations',
  vegetarian: 'Vegetarian dishes',
  vegan: 'Vegan dishes',
  'gluten-free': 'Gluten-free dishes',
};

/** What places may have, with what it is called. */
export const placeAmenities = placeAmenityKeys.map((key) => ({ key, label: amenityNames[key] ?? labelOf(key) }));

/** What an amenity is called; a key that is none stays as it is. */
export const amenityLabel = (key: string): string => placeAmenities.find((one) => one.key === key)?.label ?? key;

/** Price levels, from 1 on: what they mean where they are chosen. */
export const priceLabels = ['Cheap', 'Middling', 'Expensive', 'Very expensive'] as const;
