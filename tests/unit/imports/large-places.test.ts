import { describe, expect, it } from 'vitest';
import { lookThroughPlaces } from '#frontend/features/imports/large-places.ts';
import { textOfFile } from '#frontend/features/imports/read-file.ts';
import { readExport } from '#functions/imports/formats/formats.ts';
import { largestPlaceFile } from '#shared/imports/place-files.ts';
import { placeFiles } from '#tests/builders/place-files.ts';

const goOn = () => true;
const fileOf = (text: string, name = 'places.json') => new File([text], name);
const feature = (n: number, more: object = {}) => ({
  type: 'Feature',
  id: `node/${n + 1}`,
  properties: { name: `Place ${n}`, amenity: 'cafe', 'survey:date': 'x'.repeat(400), ...more },
  geometry: { type: 'Point', coordinates: [(n % 3000) / 100, (n % 800) / 10] },
});
const collection = (count: number, of: (n: number) => object = feature) =>
  JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: count }, (_, n) => of(n)) });

describe.each(Object.entries(placeFiles))('a large file as %s', (format, text) => {
  it('is handed in as its named places, which say the same as the file', async () => {
    const looked = await lookThroughPlaces(fileOf(text), format as keyof typeof placeFiles, goOn);
    if (!('text' in looked)) throw new Error(looked.problem);
    const fields = (written: string) =>
      readExport(written)
        .saves.map(({ item, tags }) => ({ ...item?.fields, position: undefined, tags }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(fields(looked.text)).toEqual(fields(text));
  });

  it('that was cut off is said to be', async () => {
    const cut = await lookThroughPlaces(fileOf(text.slice(0, -30)), format as keyof typeof placeFiles, goOn);
    expect(cut).toMatchObject({ problem: expect.stringContaining('cut off') });
  });
});

describe('a file that is chosen', () => {
  it('of many megabytes is read piece by piece, and tells how far it is', async () => {
    const told: number[] = [];
    const text = collection(8000);
    const read = await textOfFile(fileOf(text), (part) => told.push(part) > 0);
    if (!('text' in read)) throw new Error(read.problem);
    expect(text.length).toBeGreaterThan(4_000_000);
    expect(read.text.length).toBeLessThan(2_000_000);
    expect(read.note).toContain('8,000 named places are');
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toBeCloseTo(1);
    expect(readExport(read.text).saves).toHaveLength(8000);
  });

  it('with more places than an import takes is refused with their number, before anything is sent', async () => {
    const small = (n: number) => ({ ...feature(n), properties: { name: `P${n}`, note: 'x'.repeat(130) } });
    const read = await textOfFile(fileOf(collection(20_500, small)), goOn);
    expect(read).toMatchObject({ problem: expect.stringContaining('20,500 places') });
  });

  it('is stopped where another one was chosen meanwhile', async () => {
    expect(await lookThroughPlaces(fileOf(collection(5000)), 'geojson', () => false)).toEqual({ problem: '' });
  });

  it('that nobody can take is refused without being read', async () => {
    const sized = (name: string, size: number, start: string) => {
      const file = fileOf(start, name);
      Object.defineProperty(file, 'size', { value: size });
      file.arrayBuffer = () => Promise.reject(new Error('it was read'));
      return file;
    };
    const start = '{"type":"FeatureCollection","features":[';
    expect(await textOfFile(sized('a.geojson', largestPlaceFile + 1, start), goOn)).toMatchObject({
      problem: expect.stringMatching(/too large \(100 MB\).*smaller area/),
    });
    expect(await textOfFile(sized('bookmarks.html', 50_000_000, '<!doctype html>'), goOn)).toMatchObject({
      problem: expect.stringContaining('too large (50 MB)'),
    });
    expect(await textOfFile(sized('berlin.osm.pbf', 50_000_000, ''), goOn)).toMatchObject({
      problem: expect.stringContaining('as XML or GeoJSON'),
    });
  });

  it('that is not in UTF-8, or has no place, is refused', async () => {
    const bytes = new Blob([collection(3), new Uint8Array([0xff, 0xfe])]);
    expect(await lookThroughPlaces(bytes, 'geojson', goOn)).toMatchObject({
      problem: expect.stringContaining('cut off'),
    });
    expect(await lookThroughPlaces(fileOf(collection(2, () => ({}))), 'geojson', goOn)).toMatchObject({
      problem: expect.stringContaining('no place with a name'),
    });
  });
});
