import { describe, expect, it } from 'vitest';
import { fieldsOf, textsOf } from '#frontend/features/items/form-values.ts';
import {
  amenityLabel,
  categoryAspects,
  categoryLabel,
  placeAmenities,
  placeCategories,
} from '#shared/items/kinds/place-categories.ts';
import { amenityTags, categoryTags } from '#shared/items/kinds/place-osm.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { fieldsOf as exampleOf } from '#tests/builders/fields.ts';

const { place } = kinds;
const least = { name: 'Here', position: { latitude: 1, longitude: 2 } };
const refused = (fields: Record<string, unknown>) => place.schema.safeParse({ ...least, ...fields }).success === false;

describe('the fields of a place', () => {
  it('take what is known of it, amenities once and in order', () => {
    const fields = place.schema.parse({ ...least, category: 'bar', price: 4, amenities: ['dogs', 'wifi', 'dogs'] });
    expect(fields).toEqual({ ...least, category: 'bar', price: 4, amenities: ['wifi', 'dogs'] });
  });

  it.each([
    { category: 'volcano' },
    { category: '' },
    { price: 0 },
    { price: 5 },
    { price: 1.5 },
    { price: '2' },
    { amenities: ['__proto__'] },
    { amenities: 'wifi' },
    { amenities: Array(101).fill('wifi') },
    { hours: `Mo ${'1'.repeat(255)}` },
    { hours: 'Mo\n09:00' },
    { areas: ['nowhere'] },
    { areas: Array(6).fill('AreaOfVienna') },
    { position: { latitude: 91, longitude: 0 } },
    { position: { latitude: 0, longitude: -180.1 } },
  ])('refuse %j', (fields) => {
    expect(refused(fields)).toBe(true);
  });

  it('come through a form as they were', () => {
    const fields = exampleOf.place();
    const texts = textsOf(place.form, fields);
    expect(texts).toMatchObject({ category: 'cafe', price: '2', amenities: 'wifi\noutdoor-seating' });
    // What no form asks for stays.
    expect(fieldsOf(place.form, texts, { osm: 'node/1' })).toEqual({ ...fields, osm: 'node/1' });
    expect(fieldsOf(place.form, { amenities: 'wifi' })).toEqual({ amenities: ['wifi'] });
  });
});

describe('what search engines are told of a place', () => {
  it('is its sort, its price, what it has, and those hours that they can read', () => {
    const fields = place.schema.parse({
      ...exampleOf.place(),
      hours: 'Mo-Fr 08:00-19:00; Sa 09:00-12:00,13:00-14:00; PH off; Su 10:00-12:00',
    });
    expect(JSON.parse(JSON.stringify(place.jsonLd(fields)))).toMatchObject({
      '@type': 'CafeOrCoffeeShop',
      openingHours: ['Mo-Fr 08:00-19:00', 'Su 10:00-12:00'],
      priceRange: '$$',
      amenityFeature: [{ name: 'Wi-Fi', value: true }, { name: 'Outdoor seating' }],
    });
    expect(place.jsonLd(place.schema.parse({ ...least, hours: '24/7' })).openingHours).toEqual(['Mo-Su 00:00-24:00']);
    expect(place.jsonLd(place.schema.parse(least))['@type']).toBe('LocalBusiness');
  });
});

describe('categories and amenities', () => {
  it('are named, each once, with the tags they come from', () => {
    for (const [all, tags] of [
      [placeCategories, categoryTags],
      [placeAmenities, amenityTags],
    ] as const) {
      const keys: string[] = all.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(all.map(({ label }) => label)).size).toBe(keys.length);
      expect(Object.keys(tags).sort()).toEqual([...keys].sort());
      for (const tag of Object.values(tags).flat()) expect(tag).toMatch(/^[a-z_]+(:[a-z_]+)?=([a-z_]+|\*|0)$/);
    }
  });

  it('are no tag of two categories', () => {
    const all = Object.values(categoryTags).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('are called as people call them', () => {
    expect(['cafe', 'place-of-worship', 'unheard'].map(categoryLabel)).toEqual(['Café', 'Place of worship', 'unheard']);
    expect(['wifi', 'unheard'].map(amenityLabel)).toEqual(['Wi-Fi', 'unheard']);
  });

  it('have aspects of their own', () => {
    expect(categoryAspects('cafe').map(({ key }) => key)).toEqual(['food', 'service', 'value', 'atmosphere']);
    expect(categoryAspects('unheard')).toEqual(categoryAspects());
  });
});
