import type { Review } from '#shared/reviews/schema.ts';
import { reviewMarks } from '#shared/reviews/schema.ts';
import { look, surePair } from './look.ts';
import { type Pair, type Person, tagOn, type Written } from './person.ts';
import type { World } from './world.ts';

/** One thing that a person does. */
export type Step = (by: Person, world: World) => Promise<void>;

const tags = ['à-lire', 'constructor'];

/** One of the few that everybody knows, or of the many. */
function someItem(by: Person, { hot, items }: World): string {
  return (by.chance(4) > 0 ? by.pick(hot) : by.pick(items.slice(-400))) ?? hot[0] ?? '';
}

/** Does something to an item whose state is sure; what one added oneself is left to others. */
async function onSome(by: Person, world: World, act: (itemId: string, pair: Pair) => Promise<unknown>): Promise<void> {
  const itemId = someItem(by, world);
  const pair = by.own.has(itemId) ? undefined : await surePair(world, by, itemId);
  if (pair) await act(itemId, pair);
  else await browse(by, world);
}

const vote: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const value = by.chance(3) === 0 ? 'down' : 'up';
    const ask = () => world.send(by, 'vote', { method: 'PUT', path: `/api/items/${itemId}/vote`, body: { value } });
    // Some click twice.
    const outcomes = await Promise.all(by.chance(10) === 0 ? [ask(), ask()] : [ask()]);
    const best = outcomes.find(({ is }) => is === 'done') ?? outcomes[0];
    if (best) world.settle(pair.vote, value, best, `${by.name} votes on ${itemId}`);
    for (const { is } of outcomes) if (is === 'maybe') pair.vote.maybe(value, world.victim.proxy.over());
  });

const withdrawVote: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const outcome = await world.send(by, 'withdraw vote', { method: 'DELETE', path: `/api/items/${itemId}/vote` });
    world.settle(pair.vote, null, outcome, `${by.name} withdraws the vote on ${itemId}`);
  });

const review: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const before = pair.review.sure ?? null;
    const rating = (1 + by.chance(10)) / 2;
    const text = by.unique('said');
    const next: Written = {
      rating,
      text,
      revision: (before?.revision ?? 0) + 1,
      history: before
        ? [{ rating: before.rating, text: before.text, revision: before.revision }, ...before.history]
        : [],
    };
    const body = { rating, text, ...(before ? { revision: before.revision } : {}) };
    const what = before ? 'edit review' : 'post review';
    const outcome = await world.send(by, what, { method: 'PUT', path: `/api/items/${itemId}/review`, body });
    world.settle(pair.review, next, outcome, `${by.name} reviews ${itemId}`);
    if (outcome.is === 'done') world.reviews.push({ id: (outcome.body.review as Review).id, by: by.name });
  });

const withdrawReview: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const outcome = await world.send(by, 'withdraw review', { method: 'DELETE', path: `/api/items/${itemId}/review` });
    world.settle(pair.review, null, outcome, `${by.name} withdraws the review of ${itemId}`);
  });

const tag: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const name = by.pick(tags) ?? '';
    const path = `/api/items/${itemId}/tags/${encodeURIComponent(name)}`;
    world.settle(
      tagOn(pair, name),
      true,
      await world.send(by, 'tag', { method: 'PUT', path }),
      `${by.name} tags ${itemId}`,
    );
  });

const untag: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const name = by.pick([...pair.tags.keys(), ...tags]) ?? '';
    const path = `/api/items/${itemId}/tags/${encodeURIComponent(name)}`;
    const outcome = await world.send(by, 'remove tag', { method: 'DELETE', path });
    world.settle(tagOn(pair, name), false, outcome, `${by.name} untags ${itemId}`);
  });

const save: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const note = by.unique('kept');
    const body = { private: false, note };
    const outcome = await world.send(by, 'save', { method: 'PUT', path: `/api/items/${itemId}/save`, body });
    world.settle(pair.save, note, outcome, `${by.name} saves ${itemId}`);
  });

const unsave: Step = (by, world) =>
  onSome(by, world, async (itemId, pair) => {
    const outcome = await world.send(by, 'take back save', { method: 'DELETE', path: `/api/items/${itemId}/save` });
    world.settle(pair.save, null, outcome, `${by.name} takes back the save of ${itemId}`);
  });

const mark: Step = async (by, world) => {
  const chosen = by.pick(world.reviews.filter((one) => one.by !== by.name).slice(-200));
  const kind = by.pick(reviewMarks) ?? 'useful';
  const slot = chosen && by.markOn(chosen.id, kind);
  if (!slot?.isSure) return browse(by, world);
  const path = `/api/reviews/${chosen?.id}/marks/${kind}`;
  const outcome = await world.send(by, 'mark review', { method: 'PUT', path });
  // Its author may have withdrawn it.
  if (outcome.is === 'refused' && outcome.code === 'review_not_found') return;
  world.settle(slot, true, outcome, `${by.name} marks ${chosen?.id}`);
};

const unmark: Step = async (by, world) => {
  const chosen = by.pick([...by.marks.values()].filter(({ slot }) => slot.isSure));
  if (!chosen) return browse(by, world);
  const path = `/api/reviews/${chosen.reviewId}/marks/${chosen.mark}`;
  const outcome = await world.send(by, 'remove mark', { method: 'DELETE', path });
  world.settle(chosen.slot, false, outcome, `${by.name} unmarks ${chosen.reviewId}`);
};

const lookAtOwn: Step = (by, world) => look(world, by, by.pick([...by.pairs.keys()]) ?? someItem(by, world));

/** Reads a public page. */
const browse: Step = async (by, world) => {
  const itemId = someItem(by, world);
  const pages = [
    `/api/items/${itemId}`,
    `/api/items/${itemId}/reviews?order=newest`,
    `/api/items/${itemId}/ranking`,
    '/api/rankings?kind=link&order=top&window=week',
    '/api/rankings?order=hot',
    '/api/tags',
    '/api/saves/recent',
    `/api/people/${by.name}/saves`,
    `/api/items/${itemId}/savers`,
    `/api/people/${by.name}/contributions`,
  ];
  const path = by.pick(pages) ?? '';
  const outcome = await world.send(by, 'look at a page', { method: 'GET', path });
  if (outcome.is === 'refused') world.findings.add('wrongly refused', `GET ${path}: ${outcome.code}`);
};

export const steps = {
  vote,
  withdrawVote,
  review,
  withdrawReview,
  tag,
  untag,
  save,
  unsave,
  mark,
  unmark,
  lookAtOwn,
  browse,
};
export { someItem };
