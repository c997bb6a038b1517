import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { made } from '#tests/builders/decide.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
const alice = as('alice');
const position = { latitude: 48.2, longitude: 16.37 };
const add = async (kind: 'area' | 'place', fields: Record<string, unknown>) =>
  (await alice.done('createItem', { body: { kind, fields: { position, ...fields } } })).item.id;

type Place = { name: string; category: 'cafe' | 'museum'; areas: string[]; stars: number | undefined; id: string };
const places: Place[] = [];
let areas: string[] = [];

async function addPlace(category: Place['category'], inAreas: string[], stars: number | undefined) {
  const name = `Place ${places.length}`;
  const id = await add('place', { name, category, areas: inAreas });
  places.push({ name, category, areas: inAreas, stars, id });
  if (stars !== undefined)
    await as('bob').done('postReview', { params: { itemId: id }, body: { rating: stars, text: '' } });
}

beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol']) await as(handle).done('chooseHandle', { body: { handle } });
  areas = [];
  for (const name of ['Vienna', 'Wien', 'Wean', 'Austria']) areas.push(await add('area', { name }));
  const [vienna = '', wien = '', wean = '', austria = ''] = areas;
  await addPlace('cafe', [vienna], 1);
  await addPlace('cafe', [wien], 3);
  await addPlace('museum', [vienna, wien], 5);
  await addPlace('cafe', [vienna, wien, wean], 5);
  await addPlace('cafe', [austria, wean, vienna], 4);
  await addPlace('museum', [austria, wien], undefined);
  await addPlace('cafe', [wean, wien], undefined);
  await system.settle();
});
afterAll(() => system.stop());

/** Every rank as it must be, counted one by one, where each area leads to the one that `into` says. */
function expected(into: Record<string, string>) {
  const leadsTo = (area: string) => into[area] ?? area;
  return places.map((place) => {
    const ranks = [...new Set(place.areas.map(leadsTo))].flatMap((area) =>
      [undefined, place.category].map((category) => {
        const there = places.filter(
          (other) => other.areas.map(leadsTo).includes(area) && (category ?? other.category) === other.category,
        );
        const rated = there.flatMap(({ stars }) => stars ?? []);
        const { stars } = place;
        return {
          area,
          category,
          rank: stars === undefined ? null : 1 + rated.filter((other) => other > stars).length,
          shared: rated.filter((other) => other === stars).length - (stars === undefined ? 0 : 1),
          rated: rated.length,
          places: there.length,
        };
      }),
    );
    return { name: place.name, ranks };
  });
}

const found = () =>
  Promise.all(
    places.map(async ({ id, name }) => {
      const { ranks } = await seen('listAreaRanks', { params: { itemId: id } });
      return {
        name,
        ranks: ranks.map(({ area, category, ...rest }) => ({ area: area.id, category, ...rest })),
      };
    }),
  );

describe('a place that names two areas which are one by now', () => {
  it('counts there once, for itself, for those below it and for who only looks; taken apart, once in each again', async () => {
    const [vienna = '', wien = '', wean = ''] = areas;
    expect(await found()).toEqual(expected({}));

    await made({ what: 'merge', from: wean, into: wien });
    await system.settle();
    expect(await found()).toEqual(expected({ [wean]: wien }));

    await made({ what: 'merge', from: wien, into: vienna });
    await system.settle();
    const asOne = { [wean]: vienna, [wien]: vienna };
    expect(await found()).toEqual(expected(asOne));
    const about = await seen('getArea', { params: { areaId: vienna } });
    expect(about).toMatchObject({ places: 7, rated: 5 });
    expect(about.categories).toEqual([
      { category: 'cafe', places: 5 },
      { category: 'museum', places: 2 },
    ]);
    const listed = await seen('listAreaPlaces', { params: { areaId: vienna } });
    expect(listed).toMatchObject({ places: 7, rated: 5 });
    expect(listed.entries.map(({ rank }) => rank)).toEqual([1, 1, 3, 4, 5, null, null]);

    // What happens meanwhile counts once, too: a rating that changes, an area less, one more place.
    const [, , museum, , leaving] = places;
    if (!museum || !leaving) throw new Error('There are seven');
    museum.stars = 2;
    await as('bob').done('postReview', { params: { itemId: museum.id }, body: { rating: 2, text: '', revision: 1 } });
    leaving.areas = [vienna];
    const { name, category } = leaving;
    const fields = { name, position, category, areas: [vienna] };
    await alice.done('reviseItem', { params: { itemId: leaving.id }, body: { fields, base: 1 } });
    await addPlace('museum', [vienna, wean], 3);
    await system.settle();
    expect(await found()).toEqual(expected(asOne));
    expect((await audit()).differences).toEqual([]);
    await rebuild();
    expect(await found()).toEqual(expected(asOne));

    await made({ what: 'unmerge', from: wien, into: vienna });
    await system.settle();
    expect(await found()).toEqual(expected({ [wean]: wien }));
    await made({ what: 'unmerge', from: wean, into: wien });
    await system.settle();
    expect(await found()).toEqual(expected({}));
    expect((await audit()).differences).toEqual([]);
  });
});
