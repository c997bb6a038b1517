import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '#functions/imports/formats/formats.ts';
import { placeFiles } from '#tests/builders/place-files.ts';
import { corrected, wholeImport } from '#tests/builders/whole-import.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const feature = (name: string, [longitude, latitude]: [number, number], more: object = {}) => ({
  type: 'Feature',
  properties: { name, ...more },
  geometry: { type: 'Point', coordinates: [longitude, latitude] },
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const itemOf = async (itemId = '') => (await seen('getItem', { params: { itemId } })).item;

describe('importing places', () => {
  it('adds them with all that is known, tagged by what is served; hours that nobody can read are left out', async () => {
    const { job, rows } = await wholeImport('alice', placeFiles.geojson);
    await system.settle();

    expect(job).toMatchObject({ format: 'geojson', outcomes: { saved: 3 } });
    const [cafe, museum] = rows;
    expect(await itemOf(cafe?.itemId)).toMatchObject({
      kind: 'place',
      title: 'Café Überall',
      byline: 'Hauptstraße 12a, 10827 Berlin',
      fields: {
        category: 'cafe',
        hours: 'Mo-Fr 08:00-18:00; Sa 09:00-14:00',
        amenities: ['wifi', 'outdoor-seating', 'wheelchair'],
        osm: 'node/101',
      },
    });
    expect(museum?.reason).toMatch(/^The opening hours are left out/);
    const { fields, title } = await itemOf(museum?.itemId);
    expect(title).toBe('Museum <b>of</b> Everything');
    expect(fields).not.toHaveProperty('hours');
    const { tags } = await seen('getItem', { params: { itemId: cafe?.itemId ?? '' } });
    expect(tags.map(({ tag }) => tag)).toEqual(['cake', 'coffee-shop']);
    const found = await seen('findItem', { query: { value: 'https://www.openstreetmap.org/node/101' } });
    expect(found.item?.id).toBe(cafe?.itemId);
  });

  it('are under the licence of OpenStreetMap where they are from there, and say whom it wants named', async () => {
    const file = collection(
      feature('From the map', [12, 50], { '@id': 'way/77' }),
      feature('From a notebook', [12.1, 50]),
    );
    const { rows } = await wholeImport('alice', file);
    await system.settle();
    const [mapped = '', noted = ''] = rows.map(({ itemId }) => itemId);
    const { licence, fields } = await itemOf(mapped);
    expect([licence, (await itemOf(noted)).licence]).toEqual(['ODbL-1.0', 'CC-BY-SA-4.0']);
    const body = { base: 1, fields: { ...fields, name: 'Renamed' }, summary: '', minor: false };
    await as('bob').done('reviseItem', { params: { itemId: mapped }, body });
    await system.settle();
    const { entries } = await seen('listRevisions', { params: { itemId: mapped }, query: {} });
    expect(entries.map((revision) => revision.licence)).toEqual(['ODbL-1.0', 'ODbL-1.0']);
    const { features } = await seen('listFeatures', { query: { items: `${mapped},${noted}` } });
    expect(features.map(({ properties }) => [properties.licence, properties.attribution])).toEqual([
      ['ODbL-1.0', '© OpenStreetMap contributors, https://www.openstreetmap.org/copyright'],
      ['CC-BY-SA-4.0', undefined],
    ]);
    // It is nobody's to choose.
    const chosen = { kind: 'place' as const, fields, licence: 'ODbL-1.0' as 'CC0-1.0' };
    expect(await as('bob').call('createItem', { body: chosen })).toMatchObject({ status: 400 });
  });

  it('adds none twice: the same file, another format of it, a place that moved a little or was renamed', async () => {
    const again = await wholeImport('alice', placeFiles.geojson);
    expect(again.job.outcomes).toMatchObject({ saved: 0, unchanged: 3 });
    const theirs = await wholeImport('bob', placeFiles['osm-xml']);
    const ids = (rows: typeof again.rows) => rows.map(({ itemId }) => itemId).sort();
    expect(ids(theirs.rows)).toEqual(ids(again.rows));

    const item = {
      kind: 'place' as const,
      fields: { name: 'By hand', position: { latitude: 48.2004, longitude: 16.3 } },
    };
    const { item: byHand } = await as('alice').done('createItem', { body: item });
    const { rows } = await wholeImport(
      'bob',
      collection(feature('by hand', [16.3, 48.2005001]), feature('By hand', [16.3, 48.203]), {
        ...feature('Café, renamed', [13.9, 52.1]),
        id: 'node/101',
      }),
    );
    expect(rows.map(({ itemId }) => itemId)).toEqual([byHand.id, expect.any(String), again.rows[0]?.itemId]);
    expect(rows[1]?.itemId).not.toBe(byHand.id);
  });

  it('takes back what was given out as GeoJSON, and knows all of it', async () => {
    const first = await wholeImport('alice', placeFiles.geojson);
    await system.settle();
    const items = first.rows.map(({ itemId }) => itemId).join(',');
    const given = await seen('listFeatures', { query: { items } });
    expect(given).toMatchObject({ type: 'FeatureCollection', next: null });
    expect(given.features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [13.35, 52.48] },
      properties: {
        name: 'Café Überall',
        category: 'cafe',
        opening_hours: 'Mo-Fr 08:00-18:00; Sa 09:00-14:00',
        '@id': 'node/101',
        tags: ['cake', 'coffee-shop'],
        licence: 'ODbL-1.0',
        by: 'alice',
      },
    });
    const back = await wholeImport('carol', JSON.stringify(given));
    expect(back.rows.map(({ itemId }) => itemId)).toEqual(first.rows.map(({ itemId }) => itemId));
    const elsewhere = readExport(JSON.stringify(given)).saves.map(({ item }) => item?.fields);
    const here = await Promise.all(first.rows.map(async ({ itemId }) => (await itemOf(itemId)).fields));
    expect(elsewhere).toEqual(here);
  });

  it('keeps private ones to their owner, and gives refused ones out to be corrected', async () => {
    const file = collection(feature('Hidden', [9.1, 48.1]), feature('Misplaced', [9, 148]));
    const { rows } = await wholeImport('carol', file, 'private');
    await system.settle();

    expect(rows[0]).toMatchObject({ outcome: 'saved', private: true });
    expect(rows[0]?.itemId).toBeUndefined();
    expect(rows[1]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('lies nowhere') });
    const mended = corrected(rows, {
      private: 'no',
      fields: JSON.stringify({ name: 'Misplaced', position: { latitude: 48, longitude: 9 } }),
    });
    const second = await wholeImport('carol', mended);
    expect(second.rows).toMatchObject([{ outcome: 'saved', itemId: expect.any(String) }]);
    const { entries } = await seen('listSaves', { params: { handle: 'carol' }, query: {} });
    expect(entries.map(({ item }) => item.title)).not.toContain('Hidden');
  });

  it('is refused with a reason where too much is sent', async () => {
    const answer = await as('alice').call('startImport', {
      body: { text: `{"type":"FeatureCollection","features":[${'"x",'.repeat(1_200_000)}1]}` },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
});
