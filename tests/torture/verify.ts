import { isDeepStrictEqual } from 'node:util';
import { atMost } from '#functions/runtime/concurrency.ts';
import type { Held } from '#shared/holds/schema.ts';
import type { Counts, Item } from '#shared/items/schema.ts';
import type { Review, ReviewMark } from '#shared/reviews/schema.ts';
import { count, read } from './asking.ts';
import type { FindingKind } from './findings.ts';
import { decideContent } from './item-steps.ts';
import { check, compare, type MyView } from './look.ts';
import type { Person, Wording } from './person.ts';
import type { World } from './world.ts';

const atOnce = 16;

/** What the public pages must show of an item, counted from what people did. */
type Expected = {
  up: number;
  down: number;
  ratings: number[];
  reviews: number;
  saves: number;
  tags: Map<string, number>;
};

/** Holds what everybody did against what the site answers, now that nothing moves any more. */
export async function verify(world: World, people: readonly Person[]): Promise<void> {
  await atMost(
    atOnce,
    people.flatMap((by) => [...by.pairs.keys()].map((itemId) => ({ by, itemId }))),
    async (one) => {
      const view = await read(world, one.by, `/api/items/${one.itemId}/mine`);
      if (view) compare(world, one.by, one.itemId, view as MyView);
    },
  );
  await atMost(atOnce, people, (by) => compareMarks(world, by));
  await atMost(atOnce, people, (by) => comparePerson(world, by));
  await compareItems(world, people);
  await atMost(
    atOnce,
    people.flatMap((by) => by.added.map((added) => ({ by, added }))),
    async ({ by, added }) => {
      const found = await read(world, by, `/api/items/${added.id}`);
      await decideContent(world, added, (found as { item: Item } | undefined)?.item);
    },
  );
}

async function compareMarks(world: World, by: Person): Promise<void> {
  const marks = [...by.marks.values()];
  const ids = [...new Set(marks.map(({ reviewId }) => reviewId))];
  for (let at = 0; at < ids.length; at += 50) {
    const some = ids.slice(at, at + 50);
    const answer = await read(world, by, `/api/me/marks?reviews=${some.join(',')}`);
    if (!answer) continue;
    const found = answer.reviews as Record<string, ReviewMark[]>;
    for (const { reviewId, mark, slot } of marks.filter((one) => some.includes(one.reviewId))) {
      const isThere = found[reviewId]?.includes(mark) ?? false;
      check(world, `${by.name}’s mark ${mark} on ${reviewId}`, slot, isThere, (state) => state === isThere);
    }
  }
}

/** Whether a save is there and does not wait. */
const countsAsSaved = (by: Person, itemId: string, note: string | null | undefined) =>
  typeof note === 'string' && !by.heldSaves.has(itemId);

async function comparePerson(world: World, by: Person): Promise<void> {
  const answer = await read(world, by, `/api/people/${by.name}`);
  const found = (answer as { person: { counts: { reviews: number; saves: number; tags: number } } } | undefined)?.person
    .counts;
  const pairs = [...by.pairs.values()];
  const tags = pairs.reduce((sum, pair) => sum + [...pair.tags.values()].filter(({ sure }) => sure).length, 0);
  count(world, `${by.name}’s reviews`, found?.reviews ?? 0, pairs.filter(({ review }) => review.sure).length);
  const saved = [...by.pairs].filter(([itemId, { save }]) => countsAsSaved(by, itemId, save.sure));
  count(world, `${by.name}’s saves`, found?.saves ?? 0, saved.length + by.placesSaved.size);
  count(world, `${by.name}’s tags`, found?.tags ?? 0, tags);
}

async function compareItems(world: World, people: readonly Person[]): Promise<void> {
  const marks = new Map<string, number>();
  for (const { reviewId, mark, slot } of people.flatMap((by) => [...by.marks.values()])) {
    const name = `${reviewId} ${mark}`;
    if (slot.sure) marks.set(name, (marks.get(name) ?? 0) + 1);
  }
  const itemIds = [...new Set([...world.items, ...people.flatMap((by) => [...by.pairs.keys()])])];
  await atMost(atOnce, itemIds, async (itemId) => {
    const [anyone] = people;
    const answer = anyone && (await read(world, anyone, `/api/items/${itemId}`));
    if (!answer) return;
    const { counts, tags, held } = answer as {
      counts: Counts;
      tags: { tag: string; count: number }[];
      held: Held | null;
    };
    // The crowd outgrows a young site: what is held is there as well.
    for (const { up, down, ratings, reviews } of held?.rules ?? []) {
      counts.up += up;
      counts.down += down;
      counts.reviews += reviews;
      counts.ratings = counts.ratings.map((count, slot) => count + (ratings[slot] ?? 0));
    }
    const expected = expectedOf(people, itemId);
    count(world, `Up votes on ${itemId}`, counts.up, expected.up);
    count(world, `Down votes on ${itemId}`, counts.down, expected.down);
    count(world, `Reviews of ${itemId}`, counts.reviews, expected.reviews);
    count(world, `Saves of ${itemId}`, counts.saves, expected.saves);
    for (const [slot, number] of counts.ratings.entries()) {
      count(world, `Ratings of ${(slot + 1) / 2} of ${itemId}`, number, expected.ratings[slot] ?? 0);
    }
    for (const tag of new Set([...expected.tags.keys(), ...tags.map((one) => one.tag)])) {
      const found = tags.find((one) => one.tag === tag)?.count ?? 0;
      count(world, `Tag ${tag} on ${itemId}`, found, expected.tags.get(tag) ?? 0);
    }
  });
  const reviewIds = [...new Map(world.reviews.map(({ id, by }) => [id, by]))];
  await atMost(atOnce, reviewIds, ([id, name]) => compareReview(world, people, id, name, marks));
}

function expectedOf(people: readonly Person[], itemId: string): Expected {
  const expected: Expected = {
    up: 0,
    down: 0,
    ratings: Array<number>(10).fill(0),
    reviews: 0,
    saves: 0,
    tags: new Map(),
  };
  for (const by of people) {
    const pair = by.pairs.get(itemId);
    if (countsAsSaved(by, itemId, pair?.save.sure)) expected.saves++;
    if (pair?.vote.sure) expected[pair.vote.sure]++;
    const review = pair?.review.sure;
    if (review) {
      expected.reviews++;
      expected.ratings[review.rating * 2 - 1] = (expected.ratings[review.rating * 2 - 1] ?? 0) + 1;
    }
    for (const [tag, { sure }] of pair?.tags ?? []) if (sure) expected.tags.set(tag, (expected.tags.get(tag) ?? 0) + 1);
  }
  return expected;
}

/** A review as everybody sees it: its earlier wordings and its marks; one that was withdrawn is not there. */
async function compareReview(
  world: World,
  people: readonly Person[],
  id: string,
  name: string,
  marks: ReadonlyMap<string, number>,
): Promise<void> {
  const author = people.find((by) => by.name === name);
  if (!author) return;
  const outcome = await author.client.ask(world.victim.url, { method: 'GET', path: `/api/reviews/${id}` });
  // Whether it is there was looked at with its author's eyes already.
  if (outcome.is !== 'done') return;
  const { review, history } = outcome.body as { review: Review; history: Wording[] };
  const expected = author.pairs.get(review.itemId)?.review.sure;
  if (!expected) return world.findings.add('left over', `Review ${id} by ${name} is public: ${review.text}`);
  const found = history.map(({ rating, text, revision }) => ({ rating, text, revision }));
  const wanted = expected.history.slice(0, 100);
  if (!isDeepStrictEqual(found, wanted)) {
    const kind: FindingKind = found.length > wanted.length ? 'left over' : 'lost';
    world.findings.add(kind, `History of review ${id}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }
  for (const mark of ['useful', 'funny', 'cool'] as const) {
    count(world, `Marks ${mark} on ${id}`, review.marks[mark], marks.get(`${id} ${mark}`) ?? 0);
  }
}
