import { personIdOf, reviewIdOf } from '#functions/people/identity.ts';
import { addedKey, personPartition, profileKey, siteStandingKey } from '#functions/people/reader.ts';
import { isProjection, listingsOf, Recount } from '#functions/projections/recount.ts';
import { standings } from '#functions/projections/registry.ts';
import { type ReviewRow, reviewKey } from '#functions/reviews/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { idFromBytes } from '#shared/ids.ts';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { handleSkeleton } from '#shared/people/rules.ts';
import { isoSeconds, minuteOf } from '#shared/ranking/time.ts';
import { bucketOf, writeVote } from '#shared/votes/rules.ts';
import { subOf } from '#tests/builders/event.ts';
import { book } from '#tests/worlds/many-items.ts';
import { type Chance, chanceFrom } from '#tests/worlds/unreliable-stream.ts';

/** Items come in blocks, each with its own people, so that a world of any size is made piece by piece. */
export const blockSize = 1000;
const votersPerBlock = 20;
/** Adds every item of its block. */
const adder = 20;
/** Votes on one in three, on none of the first two hundred. */
export const judge = 21;
const membersPerBlock = 22;
const dayLength = 86_400_000;

/** Who takes part in a block: numbers 0 to 19 voted on some 300 of its items each. */
export const memberOf = (block: number, n: number) => `member-${block}-${n}`;
const nameOf = (block: number, n: number) => `m${block}x${n}`;
const personOf = (block: number, n: number) => personIdOf(subOf(memberOf(block, n)));

/** The id of an item by its number, the same in every run. */
export function itemIdOf(n: number): string {
  const chance = chanceFrom(n + 1);
  return idFromBytes(Uint8Array.from({ length: 12 }, () => chance(248)));
}

/**
 * The facts of one block: a thousand books, votes, tags on one in ten, reviews on one in twenty. The first item has
 * ten reviews of usual length.
 */
function factsOf(block: number, now: number, covers: boolean): Row[] {
  const chance = chanceFrom(7919 * (block + 1));
  const rows: Row[] = [];
  const marks = new Map<string, Row>();
  const mark = (n: number, itemId: string, name: string, value: unknown) => {
    const key = { pk: personPartition(personOf(block, n)), sk: `M#${bucketOf(itemId)}` };
    const row = marks.get(key.pk + key.sk) ?? { ...key, type: 'marks' };
    row[name] = value;
    marks.set(key.pk + key.sk, row);
  };
  for (let n = 0; n < membersPerBlock; n++) {
    const handle = nameOf(block, n);
    const personId = personOf(block, n);
    rows.push(
      { ...profileKey(personId), type: 'profile', handle, at: isoSeconds(new Date(now - 100 * dayLength)) },
      { pk: `H#${handleSkeleton(handle)}`, sk: 'HANDLE', type: 'handle', personId, handle },
    );
  }
  for (let at = 0; at < blockSize; at++) {
    const n = block * blockSize + at;
    const id = itemIdOf(n);
    const young = at % 10 === 0;
    const added = new Date(now - (young ? chance(20) : 400 + chance(800)) * dayLength - chance(dayLength));
    const item = { ...book(id, n, added, chance), by: nameOf(block, adder), byId: personOf(block, adder) };
    if (!covers) delete item.fields.cover;
    rows.push(item, { ...addedKey(personOf(block, adder), id), type: 'added' });
    for (const name of item.names) rows.push({ pk: `ID#${name}`, sk: 'ID', type: 'identifier', itemId: id });
    const votes = chance(13);
    const first = chance(votersPerBlock);
    for (let v = 0; v < votes; v++) {
      const value = writeVote(chance(5) === 0 ? 'down' : 'up', minuteOf(now) - chance(10_000));
      mark((first + v) % votersPerBlock, id, `v${id}`, value);
    }
    if (at >= 200 && at % 3 === 0) mark(judge, id, `v${id}`, writeVote('up', minuteOf(now) - chance(10_000)));
    if (young) {
      const pk = personPartition(personOf(block, first));
      rows.push({ pk, sk: `S#${id}`, type: 'save', itemId: id, tags: new Set(['classic']) });
    }
    const reviews = at === 0 ? 10 : at % 20 === 0 ? 1 + chance(10) : 0;
    for (let v = 0; v < reviews; v++) {
      const review = reviewOf(block, v, item, chance, now);
      rows.push(review);
      mark(v, id, `s${id}`, review.rating);
    }
  }
  return [...rows, ...marks.values()];
}

function reviewOf(
  block: number,
  n: number,
  about: { id: string; kind: KindName; title: string },
  chance: Chance,
  now: number,
): ReviewRow {
  const id = reviewIdOf(subOf(memberOf(block, n)), about.id);
  return {
    ...reviewKey(id),
    type: 'review',
    id,
    itemId: about.id,
    rating: (1 + chance(10)) / 2,
    text: 'A review of the usual length. '.repeat(8 + chance(8)),
    aspects: {},
    licence: 'CC-BY-SA-4.0',
    by: nameOf(block, n),
    byId: personOf(block, n),
    at: isoSeconds(new Date(now - chance(20) * dayLength - chance(dayLength))),
    revision: 1,
    about: { id: about.id, kind: about.kind, title: about.title },
  };
}

/**
 * Every row of a world, block by block: the facts, and what the projector makes of them, by its own code. What counts over all
 * blocks, how many items carry a tag and how many people there are, comes last. Covers lie on another host: a browser without network goes without.
 */
export function* worldRows(items: number, now: number, covers = true): Generator<Row[]> {
  const tags = new Map<string, Row>();
  let people = 0;
  for (let block = 0; block < items / blockSize; block++) {
    const facts = factsOf(block, now, covers);
    const recount = new Recount();
    for (const fact of facts) recount.add(fact);
    const own: Row[] = [];
    for (const row of recount.standings().values()) {
      if (row.type === standings.site.type) people += Number(row.people);
      else if (row.type !== standings.tag.type) own.push({ ...row, version: 1 });
      else tags.set(row.pk, { ...row, version: 1, items: Number(row.items) + Number(tags.get(row.pk)?.items ?? 0) });
    }
    if (!own.every(isProjection)) throw new Error('A recount made something that is no projection');
    yield [...facts, ...own, ...listingsOf(own, new Date(now)).values()];
  }
  const site = { ...siteStandingKey, type: standings.site.type, version: 1, people };
  yield [site, ...tags.values(), ...listingsOf(tags.values(), new Date(now)).values()];
}
