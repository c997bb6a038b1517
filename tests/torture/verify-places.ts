import { atMost } from '#functions/runtime/concurrency.ts';
import { count, read, readAll } from './asking.ts';
import type { Person } from './person.ts';
import { categories, decidePlace, decideVisits, type SavedVisits } from './place-steps.ts';
import type { World } from './world.ts';

const atOnce = 16;

/** Holds where places are and who was there against what the site answers. */
export async function verifyPlaces(world: World): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  await atMost(atOnce, world.commons.places, async (place) => {
    const answer = await read(world, anyone, `/api/items/${place.id}`);
    if (answer) decidePlace(world, place, answer.item as Parameters<typeof decidePlace>[2]);
  });
  for (const area of world.commons.areas.keys()) await compareArea(world, anyone, area);
  await compareVisits(world, anyone);
}

type Listed = { id: string; title: string; category?: string };
type Area = { places: number; categories: { category: string; places: number }[] };

/** An area has every place that says it lies there, once, in its category, and says how many they are. */
async function compareArea(world: World, anyone: Person, area: number): Promise<void> {
  const id = world.commons.areas[area];
  const shown = (await read(world, anyone, `/api/areas/${id}`)) as Area | undefined;
  const listed = await readAll<Listed>(world, anyone, `/api/areas/${id}/places`);
  const known = new Map(world.commons.places.map((place) => [place.id, place]));
  count(world, `Different places of area ${area}`, new Set(listed.map((one) => one.id)).size, listed.length);
  count(world, `Places of area ${area}`, shown?.places ?? 0, listed.length);
  for (const category of categories) {
    const found = shown?.categories.find((one) => one.category === category)?.places ?? 0;
    const those = listed.filter((one) => one.category === category).length;
    count(world, `${category} of area ${area}`, found, those);
  }
  for (const { id: placeId, title } of listed) {
    const content = known.get(placeId)?.content.sure;
    // Of some nobody was answered that they are there.
    if (content ? content.area !== area : world.made.get(title)?.most !== 1)
      world.findings.add('left over', `${title} is listed in area ${area}`);
  }
  for (const place of world.commons.places) {
    if (place.content.sure?.area === area && !listed.some((one) => one.id === place.id))
      world.findings.add('lost', `${place.name} is not listed in area ${area}`);
  }
}

async function compareVisits(world: World, anyone: Person): Promise<void> {
  const visits = new Map<string, { people: number; visits: number }>();
  await atMost(atOnce, world.people, async (by) => {
    for (const [placeId, days] of by.visits) {
      const view = (await read(world, by, `/api/items/${placeId}/mine`)) as SavedVisits | undefined;
      if (!view) continue;
      decideVisits(world, by, placeId, view);
      const there = [...days.values()].filter(({ sure }) => sure).length;
      if (view.save && !view.save.held) by.placesSaved.add(placeId);
      // What waits before it counts is told to nobody.
      if (there === 0 || view.save?.held) continue;
      const sum = visits.get(placeId) ?? { people: 0, visits: 0 };
      visits.set(placeId, { people: sum.people + 1, visits: sum.visits + there });
    }
  });
  for (const { id } of world.commons.places) {
    const asked = await read(world, anyone, `/api/items/${id}/asked`);
    const found = (asked?.visits ?? {}) as { people?: number; visits?: number };
    const expected = visits.get(id) ?? { people: 0, visits: 0 };
    count(world, `People who were at ${id}`, found.people ?? 0, expected.people);
    count(world, `Visits of ${id}`, found.visits ?? 0, expected.visits);
  }
}
