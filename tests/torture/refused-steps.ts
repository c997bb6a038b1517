import type { Ask } from './client.ts';
import { surePair } from './look.ts';
import type { Person } from './person.ts';
import { type Step, someItem } from './steps.ts';
import type { World } from './world.ts';

/** In everything that must not be stored; looked for in the whole table at the end. */
export const refusedText = 'refused-text';

type Forbidden = { what: string; ask: Omit<Ask, 'token'> & { token?: string } };

/** Requests that must be refused; undefined where the person has nothing to try it with. */
const forbidden: ((
  by: Person,
  world: World,
  itemId: string,
) => Promise<Forbidden | undefined> | Forbidden | undefined)[] = [
  async (by, world, itemId) => ({
    what: 'forged token',
    ask: {
      method: 'PUT',
      path: `/api/items/${itemId}/review`,
      body: { rating: 1, text: refusedText },
      token: await world.forged(by.name),
    },
  }),
  (by) => {
    const own = by.pick([...by.own]);
    if (!own) return undefined;
    return { what: 'vote on own', ask: { method: 'PUT', path: `/api/items/${own}/vote`, body: { value: 'up' } } };
  },
  (by, world) => {
    const other = by.pick(world.items.filter((id) => !by.own.has(id)).slice(-100));
    if (!other) return undefined;
    const body = { fields: { title: refusedText }, base: 1_000_000 };
    return { what: 'edit an item from a revision to come', ask: { method: 'PUT', path: `/api/items/${other}`, body } };
  },
  async (by, world, itemId) => {
    const pair = await surePair(world, by, itemId);
    const revision = (pair?.review.sure?.revision ?? 0) + 7;
    return (
      pair && {
        what: 'edit review from another revision',
        ask: { method: 'PUT', path: `/api/items/${itemId}/review`, body: { rating: 2, text: refusedText, revision } },
      }
    );
  },
  (_by, _world, itemId) => ({
    what: 'rating of seven',
    ask: { method: 'PUT', path: `/api/items/${itemId}/review`, body: { rating: 7, text: refusedText } },
  }),
  () => ({
    what: 'vote on nothing',
    ask: { method: 'PUT', path: '/api/items/zzzzzzzzzzzz/vote', body: { value: 'up' } },
  }),
  (_by, _world, itemId) => ({ what: 'tag of signs', ask: { method: 'PUT', path: `/api/items/${itemId}/tags/%21%21` } }),
];

/** Tries what must be refused. */
export const tryForbidden: Step = async (by, world) => {
  const chosen = await by.pick(forbidden)?.(by, world, someItem(by, world));
  if (!chosen) return;
  const outcome = await world.send(by, `forbidden: ${chosen.what}`, chosen.ask);
  if (outcome.is === 'done') world.findings.add('wrongly accepted', `${chosen.what} by ${by.name}`);
};
