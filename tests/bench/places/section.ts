import { boxAround } from '#functions/places/cells/cells.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { operations } from '#shared/capabilities.ts';
import { facts } from '#tests/builders/facts.ts';
import { fieldsOf } from '#tests/builders/fields.ts';
import { as, join } from '#tests/builders/people.ts';
import { askedIdOf, eachQuestion, manyQuestions } from '#tests/worlds/long-thread.ts';
import { areas, manyInAreas } from '#tests/worlds/many-in-areas.ts';
import { manyItems } from '#tests/worlds/many-items.ts';
import { centre, manyPlaces } from '#tests/worlds/many-places.ts';
import { savedTogether } from '#tests/worlds/saved-together.ts';
import { checksOf, eventBy, type Measured, measured, tableOf } from '../asked.ts';
import { inTable } from '../in-table.ts';
import type { Section } from '../result.ts';

const number = (count: number) => count.toLocaleString('en-GB');

/** A view of so many degrees around the middle of the town, as an address has it. */
function viewOf(degrees: number): string {
  const { south, west, north, east } = boxAround(centre, degrees, degrees / 2);
  return [south, west, north, east].map((edge) => edge.toFixed(4)).join();
}

const ofPlaces = (count: number) =>
  inTable(async () => {
    await manyPlaces(count);
    const budget = { readUnits: 10, roundTrips: 2 };
    const onSaturday = { view: viewOf(0.3), category: 'cafe', open: '2026-05-02T10:00:00Z' };
    const list = (query: Record<string, string>) => () => eventBy('reader', operations.listPlaces, { query });
    return measured(`${number(count)} places`, [
      { name: 'map view of a street', event: list({ view: viewOf(0.01) }), budget },
      { name: 'map view of a town, 50 pins', event: list({ view: viewOf(0.3) }), budget },
      { name: 'map view of the earth, 50 pins', event: list({ view: viewOf(170) }), budget },
      { name: 'cafés in a town, open on a Saturday', event: list(onSaturday), budget },
      { name: 'what is near', event: list({ near: `${centre.latitude},${centre.longitude}` }), budget },
    ]);
  });

const ofArea = (count: number) =>
  inTable(async () => {
    const known = await manyInAreas(count);
    const [areaId] = areas;
    const items = known
      .slice(0, 50)
      .map(({ id }) => id)
      .join();
    const idAt = (time: number) => known[time % known.length]?.id ?? '';
    return measured(`an area of ${number(count)} places`, [
      {
        name: 'an area’s page',
        event: () => eventBy('reader', operations.getArea, { params: { areaId } }),
        budget: { readUnits: 3, roundTrips: 1 },
      },
      {
        name: 'fifty places of an area with their ranks',
        event: () => eventBy('reader', operations.listAreaPlaces, { params: { areaId }, query: {} }),
        budget: { readUnits: 4, roundTrips: 1 },
      },
      {
        name: 'a place’s ranks in three areas',
        event: (time) => eventBy('reader', operations.listAreaRanks, { params: { itemId: idAt(time) } }),
        budget: { readUnits: 8, roundTrips: 2 },
      },
      {
        name: 'where a collection’s things are (40 or 50)',
        event: () => eventBy('reader', operations.listPins, { query: { items } }),
        budget: { readUnits: 26, roundTrips: 1 },
      },
    ]);
  });

const ofQuestions = (count: number) =>
  inTable(async () => {
    await join('maker', 'writer', 'judge');
    const itemId = (await facts.add(as('maker'), 'place', fieldsOf.place())).id;
    await manyQuestions(itemId, count);
    await rebuild();
    const thread = { params: { what: 'questions', target: itemId }, query: { order: 'best' } };
    const day = (time: number) => `2026-01-${String(time + 1).padStart(2, '0')}`;
    const answer = (time: number) => ({
      params: { what: 'questions', target: itemId },
      body: { text: `Number ${time}`, parent: askedIdOf(eachQuestion) },
    });
    return measured(`${count} questions`, [
      {
        name: 'the best of an item’s questions and tips',
        event: () => eventBy('judge', operations.getAsked, { params: { itemId } }),
        budget: { readUnits: 4, roundTrips: 1 },
      },
      {
        name: 'twenty questions, each with its best answer',
        event: () => eventBy('judge', operations.getThread, thread),
        budget: { readUnits: 6, roundTrips: 1 },
      },
      { name: 'answer a question', event: (time) => eventBy('writer', operations.postComment, answer(time)) },
      {
        name: 'say “I was here”',
        event: (time) =>
          eventBy('judge', operations.checkIn, { params: { itemId, day: day(time) }, body: { private: false } }),
        budget: { writeUnits: 4, roundTrips: 2 },
      },
    ]);
  });

const ofItems = (count: number) =>
  inTable(async () => {
    await join('reader');
    const ids = await manyItems(count);
    await savedTogether(ids);
    await rebuild();
    return measured(`${number(count)} items`, [
      {
        name: 'four items side by side',
        event: () => eventBy('reader', operations.compareItems, { query: { items: ids.slice(0, 4).join() } }),
        budget: { readUnits: 10, roundTrips: 1 },
      },
      {
        name: 'items like one, with why',
        event: () => eventBy('reader', operations.listSimilar, { params: { itemId: ids[0] ?? '' } }),
        budget: { readUnits: 18, roundTrips: 2 },
      },
    ]);
  });

export const places: Section = {
  name: 'places',
  title: 'Places, questions, comparing',
  intro:
    'Maps, areas, questions and what is like something, each at two sizes: the worlds of the budget tests, asked through the ' +
    'handlers of `read` and `write` on the local engine, one request at a time. Figures are means of nine requests after one ' +
    'that warms up, round trips the most of them; *ms* is the median of processor time of the whole handler, the client of the ' +
    'table included. Budgets are those of `tests/budgets`.',
  run: async ({ onStep }) => {
    const found: Measured[] = [];
    const step = async (name: string, sizes: readonly number[], work: (count: number) => Promise<Measured[]>) => {
      for (const size of sizes) {
        onStep(`${name}: ${number(size)}`);
        found.push(...(await work(size)));
      }
    };
    await step('places on a map', [200, 3000], ofPlaces);
    await step('places of an area', [40, 3000], ofArea);
    await step('questions', [3, 40], ofQuestions);
    await step('items', [100, 1000], ofItems);
    return { tables: [tableOf('One request', found)], plots: [], checks: checksOf(found), notes: [] };
  },
};
