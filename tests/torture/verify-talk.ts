import { isDeepStrictEqual } from 'node:util';
import { atMost } from '#functions/runtime/concurrency.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import { answersWeighed, commentScore } from '#shared/discussions/rules.ts';
import { settle } from '#shared/ranking/settle.ts';
import type { VoteValue } from '#shared/votes/schema.ts';
import { count, read, readAll } from './asking.ts';
import { type Said, threads } from './commons.ts';
import { check } from './look.ts';
import type { Person } from './person.ts';
import { decideSaid, type SeenComment } from './talk-steps.ts';
import type { World } from './world.ts';

const atOnce = 16;
type Whole = { comment: SeenComment; waiting: number };

/** Holds what everybody said, voted and flagged against what the site answers. */
export async function verifyTalk(world: World): Promise<void> {
  const [anyone] = world.people;
  if (!anyone) return;
  const { said } = world.commons;
  const shown = new Map<string, Whole>();
  await atMost(atOnce, said, async (one) => {
    const answer = await read(world, anyone, `/api/comments/${one.id}`, ['comment_not_found']);
    if (!answer) return;
    const whole = 'comment' in answer ? answer : undefined;
    decideSaid(world, one, whole);
    if (whole) shown.set(one.id, whole as unknown as Whole);
    await compareWordings(world, anyone, one);
  });
  await atMost(atOnce, world.people, (by) => compareOwn(world, by));
  const known = await compareWords(world);
  for (const one of said) compareVotes(world, one, shown.get(one.id));
  await compareFlags(world, anyone);
  for (const what of threads)
    await atMost(atOnce, world.hot, (target) => compareThread(world, anyone, { what, target }, known, shown));
}

async function compareWordings(world: World, by: Person, { id, content }: Said): Promise<void> {
  const { earlier = [], revision = 1 } = content.sure ?? {};
  if (revision === 1) return;
  const answer = await read(world, by, `/api/comments/${id}/wordings`);
  const found = (answer?.wordings as { text: string }[] | undefined)?.map(({ text }) => text);
  if (!isDeepStrictEqual(found, earlier.slice(0, 100)))
    world.findings.add('lost', `Wordings of ${id}: ${JSON.stringify(found)}, not ${JSON.stringify(earlier)}`);
}

/** What one sees of one’s own votes and flags. */
async function compareOwn(world: World, by: Person): Promise<void> {
  const votes = [...by.commentVotes];
  for (let at = 0; at < votes.length; at += 100) {
    const some = votes.slice(at, at + 100);
    const answer = await read(world, by, `/api/me/marks?comments=${some.map(([id]) => id).join(',')}`);
    const found = answer?.comments as Record<string, VoteValue> | undefined;
    if (!found) continue;
    for (const [id, slot] of some)
      check(world, `${by.name}’s vote on the comment ${id}`, slot, found[id], (is) => is === (found[id] ?? null));
  }
  for (const [id, slot] of by.flags) {
    const answer = await read(world, by, `/api/me/flags/comments/${id}`);
    if (answer) check(world, `${by.name}’s flag on ${id}`, slot, answer.flag, (is) => is === (answer.flag !== null));
  }
}

/** Each word was said as often as was answered; answers the live comments that nobody was answered of, by thread. */
async function compareWords(world: World): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const page of scanRows()) {
    for (const row of page as (Row & { id: string; text: string; digest?: string })[]) {
      if (row.type !== 'comment') continue;
      const word = row.text.split(' ')[0] ?? '';
      if (word) found.set(word, [...(found.get(word) ?? []), row.id]);
    }
  }
  const answered = new Set(world.commons.said.map(({ id }) => id));
  const others = new Map<string, string[]>();
  for (const [word, { most, what, target }] of world.commons.words) {
    const ids = found.get(word) ?? [];
    if (ids.length > most) world.findings.add('doubled', `${word} was said ${ids.length} times, not ${most}`);
    const name = `${what}/${target}`;
    others.set(name, [...(others.get(name) ?? []), ...ids.filter((id) => !answered.has(id))]);
  }
  return others;
}

const votesOn = (world: World, id: string, value: VoteValue) =>
  world.people.filter((by) => by.commentVotes.get(id)?.sure === value).length;

function compareVotes(world: World, { id, content }: Said, whole: Whole | undefined): void {
  if (!content.sure || !whole) return;
  const { comment, waiting } = whole;
  const [up, down] = [votesOn(world, id, 'up'), votesOn(world, id, 'down')];
  // What waits is told as one number.
  if (waiting === 0) {
    count(world, `Up votes on the comment ${id}`, comment.up, up);
    count(world, `Down votes on the comment ${id}`, comment.down, down);
  } else count(world, `Votes on the comment ${id}`, comment.up + comment.down + waiting, up + down);
}

type Act = { about: { href: string }; undone?: string };

async function compareFlags(world: World, anyone: Person): Promise<void> {
  const acts = await readAll<Act>(world, anyone, '/api/moderation');
  // Where votes unfolded something, the flags on it are spent.
  const spent = acts.filter(({ undone }) => undone).map(({ about }) => about.href);
  const ids = new Set(world.people.flatMap((by) => [...by.flags.keys()]));
  await atMost(atOnce, [...ids], async (id) => {
    if (spent.some((href) => href.includes(id))) return;
    const answer = await read(world, anyone, `/api/flags/comments/${id}`);
    const expected = world.people.filter((by) => by.flags.get(id)?.sure).length;
    count(world, `Flags on ${id}`, Number(answer?.flags), expected);
  });
}

type Node = SeenComment & { id: string; first: Node[]; replies: number; folded?: object };

/** A thread has every comment once, says how many there are, and shows with each question the best of its answers. */
async function compareThread(
  world: World,
  anyone: Person,
  { what, target }: Pick<Said, 'what' | 'target'>,
  others: ReadonlyMap<string, string[]>,
  shown: ReadonlyMap<string, Whole>,
): Promise<void> {
  const name = `${what}/${target}`;
  const live = world.commons.said.filter((one) => one.what === what && one.target === target && one.content.sure);
  const ids = new Set([...live.map(({ id }) => id), ...(others.get(name) ?? [])]);
  const thread = await read(world, anyone, `/api/threads/${name}`);
  count(world, `Comments in ${name}`, Number(thread?.comments), ids.size);
  const lines = (await readAll<{ id: string }>(world, anyone, `/api/threads/${name}/latest`)).map(({ id }) => id);
  // What is folded is not listed by time.
  const folded = (id: string) => (shown.get(id)?.comment as Node | undefined)?.folded !== undefined;
  const listed = [...ids].filter((id) => shown.has(id) && !folded(id));
  count(world, `Different lines of ${name}`, new Set(lines).size, lines.length);
  for (const id of listed) if (!lines.includes(id)) world.findings.add('lost', `${id} is not listed in ${name}`);
  for (const id of lines) if (!ids.has(id)) world.findings.add('left over', `${id} is listed in ${name}`);
  if (what !== 'questions') return;
  for (const node of ((thread?.page as { entries: Node[] } | undefined)?.entries ?? []) as Node[]) {
    const answers = world.commons.said.filter(({ parent }) => parent === node.id);
    // Where more were written, or one is unknown, it is not sure among which the best was to be found.
    if (answers.length !== node.replies || answers.length > answersWeighed) continue;
    const scores = answers.flatMap(({ id, content }) => {
      const comment = content.sure && !folded(id) ? shown.get(id)?.comment : undefined;
      return comment ? [commentScore(settle(comment.up), settle(comment.down))] : [];
    });
    const [best] = node.first;
    if (!best && scores.length === 0) continue;
    const found = best ? commentScore(best.up, best.down) : Number.NaN;
    if (found !== Math.max(...scores))
      world.findings.add('lost', `The best answer to ${node.id} has ${found}, not ${Math.max(...scores)}`);
  }
}
