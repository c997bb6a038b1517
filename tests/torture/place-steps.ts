import { made, set, untilAnswered } from './asking.ts';
import type { PlaceHere } from './commons.ts';
import type { Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

export const categories = ['cafe', 'museum'] as const;
/** Days in the past by any clock. */
const days = ['2025-03-01', '2025-03-02', '2025-03-03'];

const anyCategory = (by: Person) => by.pick(categories) ?? 'cafe';
const anywhere = (by: Person) => ({ latitude: by.chance(8000) / 100, longitude: by.chance(16000) / 100 });

const fieldsOf = (world: World, by: Person, name: string, area: number, category: string) => ({
  name,
  position: anywhere(by),
  category,
  areas: [world.commons.areas[area] ?? ''],
});

/** Adds a place to one of the areas. */
const addPlace: Step = async (by, world) => {
  const name = by.unique('made');
  const [area, category] = [by.chance(world.commons.areas.length), anyCategory(by)];
  world.made.set(name, { least: 0, most: 1 });
  const body = { kind: 'place', fields: fieldsOf(world, by, name, area, category) };
  const outcome = await untilAnswered(world, () =>
    world.send(by, 'add place', { method: 'POST', path: '/api/items', body, key: name }),
  );
  if (outcome.is === 'refused') world.findings.add('wrongly refused', `${by.name} adds ${name}: ${outcome.code}`);
  if (outcome.is !== 'done') return;
  world.made.set(name, { least: 1, most: 1 });
  const { id } = outcome.body.item as { id: string };
  world.commons.places.push({ id, name, by: by.name, content: new Slot({ area, category, revision: 1 }) });
};

type Item = { revision: number; fields: { areas?: string[]; category?: string } };

/** Lets what was read of a place decide where it is. */
export function decidePlace(world: World, { id, content }: PlaceHere, { revision, fields }: Item): void {
  const area = world.commons.areas.indexOf(fields.areas?.[0] ?? '');
  if (content.decide((is) => is.revision === revision && is.area === area && is.category === fields.category)) return;
  const found = JSON.stringify({ area, category: fields.category, revision });
  world.findings.add('lost', `The place ${id} is ${found}, not ${JSON.stringify(content.states)}`);
}

async function lookAtPlace(world: World, by: Person, place: PlaceHere): Promise<void> {
  const outcome = await world.send(by, 'look at a page', { method: 'GET', path: `/api/items/${place.id}` });
  if (outcome.is === 'done') decidePlace(world, place, outcome.body.item as Item);
}

/** Moves a place of one’s own to another area, category and position. */
const movePlace: Step = async (by, world) => {
  const place = by.pick(world.commons.places.filter((one) => one.by === by.name));
  if (!place || !(await made(place.content, () => lookAtPlace(world, by, place)))) return steps.browse(by, world);
  const before = place.content.sure;
  if (!before) return;
  const [area, category] = [by.chance(world.commons.areas.length), anyCategory(by)];
  const fields = fieldsOf(world, by, place.name, area, category);
  const next = { area, category, revision: before.revision + 1 };
  const body = { fields, base: before.revision };
  await set(
    world,
    by,
    'move place',
    { method: 'PUT', path: `/api/items/${place.id}`, body },
    { slot: place.content, next },
  );
};

const visitSlot = (by: Person, placeId: string, day: string) => {
  const all = by.visits.get(placeId) ?? new Map<string, Slot<boolean>>();
  by.visits.set(placeId, all);
  const slot = all.get(day) ?? new Slot(false);
  all.set(day, slot);
  return slot;
};

export type SavedVisits = { save: { readings: { finished?: string }[]; held?: object } | null };

/** Lets what one sees of a place decide on which days one was there. */
export function decideVisits(world: World, by: Person, placeId: string, { save }: SavedVisits): void {
  const there = new Set(save?.readings.map(({ finished }) => finished));
  for (const [day, slot] of by.visits.get(placeId) ?? []) {
    if (!slot.decide((is) => is === there.has(day)))
      world.findings.add('lost', `${by.name} at ${placeId} on ${day} is ${there.has(day)}, not ${slot.states}`);
  }
}

/** Says that one was there, or takes that back. */
const visit: Step = async (by, world) => {
  const place = by.pick(world.commons.places.slice(0, 12));
  if (!place) return steps.browse(by, world);
  const day = by.pick(days) ?? '';
  const slot = visitSlot(by, place.id, day);
  const look = async () => {
    const outcome = await world.send(by, 'look at own', { method: 'GET', path: `/api/items/${place.id}/mine` });
    if (outcome.is === 'done') decideVisits(world, by, place.id, outcome.body as SavedVisits);
  };
  if (!(await made(slot, look))) return;
  const next = !slot.sure || by.chance(4) === 0;
  const asked = {
    method: next ? 'PUT' : 'DELETE',
    path: `/api/items/${place.id}/visits/${day}`,
    ...(next ? { body: { private: false } } : {}),
  };
  await set(world, by, next ? 'check in' : 'take back a visit', asked, { slot, next });
};

export const placeSteps = { addPlace, movePlace, visit };
