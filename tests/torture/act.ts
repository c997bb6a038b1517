import { addItem, editItem, submitContested } from './item-steps.ts';
import type { Person } from './person.ts';
import { tryForbidden } from './refused-steps.ts';
import { type Step, steps } from './steps.ts';
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

/** Everybody chooses a handle, and the first ones add the few items that everybody knows. */
export async function join(world: World, people: readonly Person[]): Promise<void> {
  for (const by of people) {
    const outcome = await world.send(by, 'choose handle', {
      method: 'PUT',
      path: '/api/me/handle',
      body: { handle: by.name },
    });
    if (outcome.is !== 'done') throw new Error(`No handle for ${by.name}: ${JSON.stringify(outcome)}`);
  }
  for (const [n, by] of people.slice(0, 6).entries()) {
    const outcome = await world.send(by, 'add item', {
      method: 'POST',
      path: '/api/items',
      body: { kind: 'link', fields: { url: `https://torture.example/known/${n}`, title: `known-${n}` } },
    });
    if (outcome.is !== 'done') throw new Error(`No item to begin with: ${JSON.stringify(outcome)}`);
    const { id } = outcome.body.item as { id: string };
    by.own.add(id);
    world.hot.push(id);
  }
}
