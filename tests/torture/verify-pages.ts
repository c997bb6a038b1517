import { atMost } from '#functions/runtime/concurrency.ts';
import { count, read, readAll } from './asking.ts';
import type { Page, Proposed } from './commons.ts';
import { check } from './look.ts';
import { sectionSlot, sectionsOf, type Text } from './page-steps.ts';
import type { Cast, Person } from './person.ts';
import { isSame } from './proposal-steps.ts';
import type { World } from './world.ts';

const atOnce = 16;
type Line = { n: number; by: string | null; summary: string; did: string; proposal?: string };

/** Holds what everybody wrote, proposed and watches against what the site answers. */
export async function verifyPages(world: World): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  const histories = new Map<string, Line[]>();
  for (const page of world.commons.pages) histories.set(page.id, await compareHistory(world, anyone, page));
  await atMost(atOnce, world.commons.proposals, (one) =>
    compareProposal(world, anyone, one, histories.get(one.page) ?? []),
  );
  await compareTwins(world, anyone);
  await compareWatches(world, anyone);
}

/** A page’s revisions are all there, in order; each save is one of them, and changed the section of who made it alone. */
async function compareHistory(world: World, anyone: Person, page: Page): Promise<Line[]> {
  const lines = await readAll<Line>(world, anyone, `/api/items/${page.id}/revisions`);
  const last = lines.length;
  for (const [at, { n }] of lines.entries())
    if (n !== last - at) world.findings.add('lost', `Revision ${last - at} of ${page.title} is ${n} in its history`);
  for (const [summary, { page: id, by, least, most }] of world.commons.saved) {
    if (id !== page.id) continue;
    const found = lines.filter((line) => line.summary === summary);
    if (found.length < least) world.findings.add('lost', `The revision ${summary} of ${page.title} is not there`);
    if (found.length > most) world.findings.add('doubled', `The revision ${summary} is there ${found.length} times`);
    if (found.some((line) => line.by !== by)) world.findings.add('left over', `The revision ${summary} is not ${by}’s`);
  }
  const texts = new Map<number, Map<string, string>>();
  await atMost(atOnce, lines, async ({ n }) => {
    const answer = await read(world, anyone, `/api/items/${page.id}/revisions/${n}`);
    if (answer) texts.set(n, sectionsOf((answer as unknown as Text).text));
  });
  for (const { n, by, summary, did } of lines) {
    const [before, after] = [texts.get(n - 1), texts.get(n)];
    if (!before || !after) continue;
    for (const name of world.names) {
      if (name === by || before.get(name) === after.get(name)) continue;
      const what = `Revision ${n} of ${page.title} by ${by} made of ${name}’s ${before.get(name)} ${after.get(name)}`;
      world.findings.add('lost', what);
    }
    if (did === 'edited' && after.get(by ?? '') !== summary)
      world.findings.add('lost', `Revision ${n} of ${page.title} says ${after.get(by ?? '')}, not ${summary}`);
  }
  const latest = (await read(world, anyone, `/api/items/${page.id}/text`)) as Text | undefined;
  for (const by of page.proposed ? [] : world.people) {
    const word = sectionsOf(latest?.text ?? '').get(by.name);
    check(world, `${by.name}’s section of ${page.title}`, sectionSlot(by, page), word, (is) => is === word);
  }
  return lines;
}

type Tally = { for: number; against: number; blocks: number; overruled: number; earlier: number };
type Shown = {
  proposal: { state: string; version: number; reason: string; revision?: number; outcome?: Tally };
  tally: Tally;
  votes: (Cast & { by: string | null })[];
};

/** What was applied is one revision, nothing else is any; every vote is there, and was counted. */
async function compareProposal(
  world: World,
  anyone: Person,
  { id, content, withdrawn }: Proposed,
  history: readonly Line[],
): Promise<void> {
  const shown = (await read(world, anyone, `/api/proposals/${id}`)) as Shown | undefined;
  if (!shown) return;
  const { proposal, votes } = shown;
  const { state, version, reason, outcome, revision } = proposal;
  const isContent = (is: { word: string; version: number }) => is.word === reason && is.version === version;
  check(world, `The proposal ${id}`, content, { reason, version }, isContent);
  check(world, `That ${id} is withdrawn`, withdrawn, state, (is) => is === (state === 'withdrawn'));
  const made = history.filter((line) => line.proposal === id);
  count(world, `Revisions of the ${state} proposal ${id}`, made.length, state === 'applied' ? 1 : 0);
  if (made.some((line) => line.n !== revision || line.summary !== reason))
    world.findings.add('left over', `The proposal ${id} is revision ${revision}, and ${JSON.stringify(made)}`);
  for (const by of world.people) {
    const slot = by.casts.get(id);
    const mine = votes.find((vote) => vote.by === by.name);
    if (slot) check(world, `${by.name}’s vote on ${id}`, slot, mine, (is) => (is ? isSame(is, mine) : !mine));
    else if (mine) world.findings.add('left over', `${by.name}’s vote on ${id}`);
  }
  const casts = world.people.flatMap((by) => by.casts.get(id)?.sure ?? []);
  const tally = outcome ?? shown.tally;
  const current = (value: string) => casts.filter((cast) => cast.vote === value && cast.version === version).length;
  count(world, `Votes for ${id}`, tally.for, 1 + current('for'));
  count(world, `Blocks of ${id}`, tally.blocks + tally.overruled, casts.filter(({ vote }) => vote === 'block').length);
}

type Item = { id: string; mergedInto?: string };

/** What was merged leads to what it was merged into, and never in a circle. */
async function compareTwins(world: World, anyone: Person): Promise<void> {
  await atMost(atOnce, world.commons.twins, async ({ one, other }) => {
    const items: Item[] = [];
    for (const id of [one, other]) {
      const answer = await read(world, anyone, `/api/items/${id}`);
      if (answer) items.push(answer.item as Item);
    }
    if (items.length === 2 && items.every(({ mergedInto }) => mergedInto))
      world.findings.add('doubled', `${one} and ${other} are merged into each other`);
  });
}

async function compareWatches(world: World, anyone: Person): Promise<void> {
  const targets = new Set(world.people.flatMap((by) => [...by.watches.keys()]));
  await atMost(atOnce, world.people, async (by) => {
    for (const [target, slot] of by.watches) {
      const answer = await read(world, by, `/api/me/watches/${target}`);
      if (answer) check(world, `${by.name} watches ${target}`, slot, answer.watching, (is) => is === answer.watching);
    }
    const { seen } = ((await read(world, by, '/api/me/watching')) ?? {}) as { seen?: { until: string | null } };
    // An earlier moment changes nothing, so the latest of what was tried may stand.
    if (seen) check(world, `${by.name} has seen`, by.seen, seen.until, (is) => is === seen.until);
  });
  for (const target of targets) {
    const answer = await read(world, anyone, `/api/watchers/${target}`);
    // Who watches what they write on is not known here for items.
    if (!answer || !target.startsWith('tags/')) continue;
    const watching = world.people.filter((by) => by.watches.get(target)?.sure).length;
    count(world, `Who watches ${target}`, Number(answer.watchers ?? 0), watching < 5 ? 0 : watching);
  }
}
