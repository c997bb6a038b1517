import { consentSteps } from './consent-steps.ts';
import { addItem, editItem, submitContested } from './item-steps.ts';
import { ownSteps } from './own-steps.ts';
import { firstText, pageSteps } from './page-steps.ts';
import type { Person } from './person.ts';
import { placeSteps } from './place-steps.ts';
import { proposalSteps } from './proposal-steps.ts';
import { tryForbidden } from './refused-steps.ts';
import { type Step, steps } from './steps.ts';
import { talkSteps } from './talk-steps.ts';
import type { World } from './world.ts';

/** How often people do what, beside each other. */
const habits: [number, Step][] = [
  [30, steps.vote],
  [8, steps.withdrawVote],
  [15, steps.review],
  [4, steps.withdrawReview],
  [8, steps.tag],
  [4, steps.untag],
  [10, steps.save],
  [4, steps.unsave],
  [8, steps.mark],
  [3, steps.unmark],
  [5, addItem],
  [2, submitContested],
  [3, editItem],
  [3, steps.lookAtOwn],
  [3, steps.browse],
  [4, tryForbidden],
  [10, talkSteps.say],
  [4, talkSteps.reword],
  [3, talkSteps.withdraw],
  [14, talkSteps.vote],
  [4, talkSteps.unvote],
  [5, talkSteps.flag],
  [2, talkSteps.unflag],
  [1, talkSteps.judge],
  [8, pageSteps.edit],
  [3, pageSteps.undo],
  [5, pageSteps.watch],
  [2, pageSteps.markSeen],
  [4, proposalSteps.propose],
  [2, proposalSteps.revise],
  [1, proposalSteps.withdraw],
  [12, proposalSteps.vote],
  [2, proposalSteps.unvote],
  [2, proposalSteps.onBlock],
  [2, proposalSteps.merge],
  [5, proposalSteps.onMerge],
  [3, placeSteps.addPlace],
  [3, placeSteps.movePlace],
  [6, placeSteps.visit],
  [3, ownSteps.claim],
  [4, ownSteps.patrol],
  [2, ownSteps.readNotices],
  [1, consentSteps.proposeParameters],
  [2, consentSteps.appeal],
  [6, consentSteps.consent],
];

const sum = habits.reduce((total, [weight]) => total + weight, 0);

/** One person's time on the site: one thing after the other until the requests are used up. */
export async function act(by: Person, world: World): Promise<void> {
  while (!world.isOver) {
    let lot = by.chance(sum);
    const step = habits.find(([weight]) => {
      lot -= weight;
      return lot < 0;
    })?.[1];
    await step?.(by, world);
  }
}

/** Everybody chooses a handle, and the first ones add the few items, pages and areas that everybody knows. */
export async function join(world: World, people: readonly Person[]): Promise<void> {
  for (const by of people) {
    await begin(world, by, 'choose handle', 'PUT', '/api/me/handle', { handle: by.name });
    const settings = { off: [], digest: 'off', watchWritten: by.watchesWritten, site: 'https://torture.example' };
    await begin(world, by, 'choose settings', 'PUT', '/api/me/notifications/settings', settings);
  }
  for (const [n, by] of people.slice(0, 6).entries()) {
    const fields = { url: `https://torture.example/known/${n}`, title: `known-${n}` };
    const id = await beginItem(world, by, '/api/items', { kind: 'link', fields });
    by.own.add(id);
    world.hot.push(id);
  }
  for (const [n, by] of people.slice(0, 3).entries()) {
    const title = `page-${n}`;
    const body = { kind: 'article', fields: { title }, text: firstText(world.names) };
    const id = await beginItem(world, by, '/api/texts', body);
    world.commons.pages.push({ id, title, by: by.name, proposed: n === 0 });
  }
  for (const [n, by] of people.slice(0, 3).entries()) {
    const fields = { name: `area-${n}`, position: { latitude: 10 + n, longitude: 20 } };
    world.commons.areas.push(await beginItem(world, by, '/api/items', { kind: 'area', fields }));
  }
}

async function begin(world: World, by: Person, what: string, method: string, path: string, body: object) {
  const outcome = await world.send(by, what, { method, path, body });
  if (outcome.is !== 'done') throw new Error(`${what} by ${by.name}: ${JSON.stringify(outcome)}`);
  return outcome.body;
}

const beginItem = async (world: World, by: Person, path: string, body: object) =>
  ((await begin(world, by, 'add item', 'POST', path, body)).item as { id: string }).id;
