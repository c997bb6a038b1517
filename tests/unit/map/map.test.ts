import { describe, expect, it } from 'vitest';
import { mapPage, readShown } from '#frontend/features/map/address.ts';
import {
  distanceSaid,
  metresBetween,
  nearEnough,
  readPoint,
  readView,
  viewOf,
  viewText,
  wrapped,
} from '#frontend/features/map/geometry.ts';
import { pilesOf } from '#frontend/features/map/piles.ts';
import { openStreetMap, readTiles } from '#shared/places/tiles.ts';
import fc from '#tests/setup/properties.ts';

describe('a map', () => {
  it('tells distances on the globe', () => {
    const [vienna, berlin] = [
      { latitude: 48.2082, longitude: 16.3738 },
      { latitude: 52.52, longitude: 13.405 },
    ];
    expect(metresBetween(vienna, berlin) / 1000).toBeCloseTo(524, -1);
    expect(metresBetween(vienna, vienna)).toBe(0);
    // Over the date line, and to the other side.
    const east = { latitude: 0, longitude: 179.5 };
    expect(metresBetween(east, { latitude: 0, longitude: -179.5 }) / 1000).toBeCloseTo(111.2, 0);
    expect(metresBetween(east, { latitude: 0, longitude: -0.5 }) / 1000).toBeCloseTo(20_015, -1);
    expect([4, 849, 1420, 12_300].map(distanceSaid)).toEqual(['0 m', '850 m', '1.4 km', '12 km']);
  });
  it('has views within the globe, however often it was turned round', () => {
    expect(viewOf({ south: -95, west: 170, north: 10, east: 190 })).toEqual({
      south: -90,
      west: 170,
      north: 10,
      east: -170,
    });
    expect(viewOf({ south: 0, west: -400, north: 10, east: 20 })).toEqual({
      south: 0,
      west: -180,
      north: 10,
      east: 180,
    });
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (degrees) => Math.abs(wrapped(degrees)) <= 180),
    );
  });
  it('is an address that is read back, and takes no nonsense', () => {
    const shown = { view: { south: 48.1, west: 16.2, north: 48.3, east: 16.5 }, category: 'cafe', open: true as const };
    expect(readShown(mapPage(shown).slice('/map'.length))).toEqual(shown);
    expect(readShown('?list=abcdefghijkl')).toEqual({ collection: { of: 'list', name: 'abcdefghijkl' } });
    expect(mapPage({})).toBe('/map');
    for (const text of ['', '1,2,3', '1,2,3,4,5', '91,0,91,0', '5,0,1,0', '0,0,1,181', 'a,b,c,d', '1e1,0,20,0'])
      expect.soft(readView(text), text).toBeUndefined();
    expect(readShown('?category=%3Cscript%3E&open=then')).toEqual({});
    expect(readView(viewText(shown.view))).toEqual(shown.view);
    // A point that an address names counts before a view.
    expect(readShown('?near=52.52,13.4&view=1,2,3,4')).toEqual({ near: { latitude: 52.52, longitude: 13.4 } });
    expect(mapPage(readShown('?near=52.52,13.4'))).toBe('/map?near=52.52%2C13.4');
    for (const text of ['1', '91,0', '0,181', 'a,b', '1,2,3']) expect.soft(readPoint(text), text).toBeUndefined();
  });
  it('says how many lie on top of each other', () => {
    const at = (x: number, y: number) => ({ x, y });
    expect(pilesOf([])).toEqual([]);
    expect(pilesOf([at(0, 0), at(100, 0), at(10, 10), at(0, 0), at(100, 25)])).toEqual([[0, 2, 3], [1], [4]]);
  });
});

describe('the pictures of maps', () => {
  it('are OpenStreetMap’s with their credit, another’s, or none', () => {
    expect(readTiles(undefined, undefined)).toEqual(openStreetMap);
    expect(readTiles('none', undefined)).toBeUndefined();
    const url = 'https://tiles.example.org/{z}/{x}/{y}.png?key=1';
    expect(readTiles(url, '© Somebody')).toEqual({ url, by: '© Somebody' });
  });
  it.each(['http://example.org/{z}/{x}/{y}', 'https://example.org/{z}/{x}', 'tiles', 'https://a b/{z}{x}{y}'])(
    'are not at %s',
    (url) => {
      expect(() => readTiles(url, undefined)).toThrow(/no address of map tiles/);
    },
  );
});

describe('what is near', () => {
  it.each([
    [[], 0],
    [[410, 1900, 935_000], 2],
    [[900, 2600, 2800], 2],
    [[935_000, 1_031_000, 9_000_000], 2],
    [[0, 10], 2],
  ])('is in sight with the nearest, and what is far is not: %j', (distances, count) => {
    expect(nearEnough(distances)).toBe(count);
  });
});
