import { describe, expect, it } from 'vitest';
import { formatOf, readExport } from '#functions/imports/formats/formats.ts';
import { planImport } from '#functions/imports/plan-import.ts';
import { centreOf } from '#shared/imports/places.ts';
import { placeFiles } from '#tests/builders/place-files.ts';
import fc from '#tests/setup/properties.ts';

const now = new Date('2026-06-01T00:00:00Z');
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const point = (properties: object, coordinates: unknown = [13.35, 52.48]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const read = (text: string) => readExport(text).saves;
const only = (feature: object) => {
  const [save] = read(collection(feature));
  if (!save) throw new Error('nothing was read');
  return save;
};

describe.each(Object.entries(placeFiles))('a file of places as %s', (format, text) => {
  it('is told by what is in it, and holds its named places with all that is known of them', () => {
    expect(formatOf(text)).toBe(format);
    const saves = [...read(text)].sort((a, b) => (a.title < b.title ? -1 : 1));
    expect(saves.map(({ title, refused }) => [title, refused])).toEqual([
      ['Books & Co', undefined],
      ['Café Überall', undefined],
      ['Museum <b>of</b> Everything', undefined],
    ]);
    const [shop, cafe, museum] = saves;
    expect(cafe?.item?.fields).toEqual({
      name: 'Café Überall',
      position: { latitude: 52.48, longitude: 13.35 },
      osm: 'node/101',
      category: 'cafe',
      address: 'Hauptstraße 12a, 10827 Berlin',
      hours: 'Mo-Fr 08:00-18:00; Sa 09:00-14:00',
      amenities: ['wifi', 'outdoor-seating', 'wheelchair'],
      website: 'https://ueberall.example.org',
      phone: '+49 30 1234567',
    });
    expect(cafe?.tags).toEqual(['coffee-shop', 'cake']);
    expect(museum?.item?.fields).toMatchObject({ osm: 'way/102', category: 'museum', amenities: ['free-entry'] });
    expect(museum?.item?.fields.position).toEqual({
      latitude: expect.closeTo(52.501, 6),
      longitude: expect.closeTo(13.401, 6),
    });
    expect(shop?.item?.fields).toMatchObject({ category: 'bookshop', amenities: ['cards'] });
    expect(planImport(saves, 'file', now).every((row) => 'save' in row && row.kind === 'place')).toBe(true);
  });

  it('is refused with a reason where it was cut off', () => {
    expect(() => read(text.slice(0, -40))).toThrow(/cut off/);
  });
});

describe('what is no place', () => {
  it.each([
    ['no name', point({ amenity: 'cafe' }), 'It has no name'],
    ['a name of nothing', point({ name: ' \u200b ' }), /name/],
    [
      'a line',
      {
        ...point({ name: 'A street' }),
        geometry: {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
      },
      /line/,
    ],
    ['no position', { type: 'Feature', properties: { name: 'Nowhere' }, geometry: null }, /no position/],
    ['a position of words', point({ name: 'Words' }, ['13', '52']), /no position/],
    ['a position out of range', point({ name: 'Up' }, [13, 952]), /lies nowhere/],
    ['one the wrong way round', point({ name: 'Turned' }, [52, 113]), /changed places/],
  ])('is refused and says why: %s', (_, feature, reason) => {
    const [row] = planImport(read(collection(feature)), 'file', now);
    expect(row).toMatchObject({ refused: typeof reason === 'string' ? reason : expect.stringMatching(reason) });
  });

  it('is left out of what a place has, which is told', () => {
    const save = only(
      point({
        name: 'n'.repeat(250),
        website: 'javascript:alert(1)',
        phone: 'call me',
        opening_hours: 'x'.repeat(300),
        price: '9',
      }),
    );
    expect(save.refused).toBeUndefined();
    expect(Object.keys(save.item?.fields ?? {})).toEqual(['name', 'position']);
    expect(save.problems).toHaveLength(4);
    expect('save' in (planImport([save], 'file', now)[0] ?? {})).toBe(true);
  });
});

describe('a hostile file of places', () => {
  it.each([
    [
      'lists in lists',
      collection(point({ name: 'Deep' }, 'DEEP')).replace('"DEEP"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`),
    ],
    [
      'collections in collections',
      `{"type":"Feature","properties":{"name":"Deep"},"geometry":${'{"geometries":['.repeat(20_000)}${']}'.repeat(20_000)}}`,
    ],
    [
      'properties of every object',
      '{"type":"FeatureCollection","features":[{"type":"Feature","id":"__proto__","properties":{"__proto__":{"name":"x"},"constructor":"y"},"geometry":{"type":"toString"}}]}',
    ],
    ['what is no feature', '{"type":"FeatureCollection","features":[null,1,"x",[],{"type":"Feature"}]}'],
    ['no list', '{"type":"FeatureCollection","features":{"length":5}}'],
    [
      'elements of nothing',
      '{"elements":[null,{"type":"node","tags":{"name":"x","amenity":"cafe"}},{"type":"way","nodes":[{}],"geometry":[1]}]}',
    ],
    [
      'XML of entities',
      '<!DOCTYPE osm [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><osm><node id="1" lat="1" lon="2"><tag k="name" v="x"/><tag k="amenity" v="cafe"/></node></osm>',
    ],
    [
      'XML of keys of every object',
      '<osm><node id="1" lat="1" lon="2"><tag k="__proto__" v="x"/><tag k="constructor" v="cafe"/><tag/></node></osm>',
    ],
  ])('is answered: %s', (_, text) => {
    const rows = planImport(read(text), 'file', now);
    expect(rows.length).toBeLessThanOrEqual(5);
  });

  it('has at most as many rows as an import takes', () => {
    const many = collection(...Array.from({ length: 20_001 }, () => ({ type: 'Feature' })));
    expect(() => read(many)).toThrow(/20000 rows/);
  });

  it('that is another map is told so', () => {
    expect(() => read('<?xml version="1.0"?><kml xmlns="x"></kml>')).toThrow(/GeoJSON/);
    expect(() => read('<gpx></gpx>')).toThrow(/GeoJSON/);
  });

  it('reads whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (features) => {
        planImport(read(JSON.stringify({ type: 'FeatureCollection', features })), 'file', now);
        planImport(read(JSON.stringify({ elements: features })), 'file', now);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the middle of a geometry', () => {
  it('of one across the date line lies on it', () => {
    expect(
      centreOf({
        type: 'MultiPoint',
        coordinates: [
          [179, 10],
          [-179, 12],
        ],
      }),
    ).toEqual({ latitude: 11, longitude: 180 });
  });

  it('is none of what has no positions', () => {
    for (const geometry of [null, undefined, {}, { coordinates: [] }, { coordinates: 'x' }, { geometries: [{}] }])
      expect(centreOf(geometry)).toBeUndefined();
  });
});

describe('a place that comes twice', () => {
  const rows = (...features: object[]) => planImport(read(collection(...features)), 'file', now);

  it('is one: by what OpenStreetMap calls it, or by its name a few steps away', () => {
    const [, again, moved] = rows(
      { ...point({ name: 'Here' }, [13.35, 52.4805]), id: 'node/1' },
      { ...point({ name: 'Renamed' }, [13.9, 52.9]), id: 'node/1' },
      point({ name: 'here' }, [13.35, 52.48049]),
    );
    expect(again).toMatchObject({ skipped: expect.stringContaining('Row 1') });
    expect(moved).toMatchObject({ skipped: expect.stringContaining('Row 1') });
  });

  it('is two where they are a street apart', () => {
    const apart = rows(point({ name: 'Chain' }, [13.35, 52.4805]), point({ name: 'Chain' }, [13.35, 52.483]));
    expect(apart.every((row) => 'save' in row)).toBe(true);
  });
});
