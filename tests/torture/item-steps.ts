import type { Item } from '#shared/items/schema.ts';
import { untilAnswered } from './asking.ts';
import type { Outcome } from './client.ts';
import type { AddedItem, Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

type Made = { item: Item; existing: boolean };

/** Adds an item that nobody else adds: with a key it is made once however often it is sent, without it is sent once. */
export const addItem: Step = async (by, world) => {
  const title = by.unique('made');
  const key = by.chance(3) === 0 ? undefined : title;
  const ask = () =>
    world.send(by, key ? 'add item' : 'add item without key', {
      method: 'POST',
      path: '/api/items',
      body: { kind: 'book', fields: { title } },
      key,
    });
  world.made.set(title, { least: 0, most: 1 });
  if (!key) return noteMade(by, world, title, await ask());
  // Some click twice.
  const [outcome, ...more] = await Promise.all(
    by.chance(5) === 0 ? [untilAnswered(world, ask), untilAnswered(world, ask)] : [untilAnswered(world, ask)],
  );
  noteMade(by, world, title, outcome.is === 'done' ? outcome : (more[0] ?? outcome));
};

function noteMade(by: Person, world: World, title: string, outcome: Outcome): void {
  if (outcome.is === 'refused') {
    world.made.set(title, { least: 0, most: 0 });
    world.findings.add('wrongly refused', `${by.name} adds ${title}: ${outcome.code}`);
  }
  if (outcome.is !== 'done') return;
  world.made.set(title, { least: 1, most: 1 });
  const { item } = outcome.body as Made;
  by.added.push({ id: item.id, content: new Slot({ title, revision: 1 }) });
  by.own.add(item.id);
  world.items.push(item.id);
}

/** Submits an address that others submit at the same time: all are led to one item. */
export const submitContested: Step = async (by, world) => {
  const url = `https://torture.example/contested/${Math.floor(world.count / 150)}`;
  const title = by.unique('made');
  world.made.set(title, { least: 0, most: 1 });
  const body = { kind: 'link', fields: { url, title } };
  const outcome = await world.send(by, 'add the same link', { method: 'POST', path: '/api/items', body });
  if (outcome.is === 'refused') world.findings.add('wrongly refused', `${by.name} adds ${url}: ${outcome.code}`);
  if (outcome.is !== 'done') return;
  const { item, existing } = outcome.body as Made;
  const known = world.contested.get(url) ?? item.id;
  world.contested.set(url, known);
  if (known !== item.id) world.findings.add('doubled', `${url} is ${known} and ${item.id}`);
  if (!existing) world.made.set(title, { least: 1, most: 1 });
};

/** Edits an item of one's own, from the revision one knows; the same edit again is answered as it was. */
export const editItem: Step = async (by, world) => {
  const chosen = by.pick(by.added.filter(({ content }) => content.isSure));
  const before = chosen?.content.sure;
  if (!chosen || !before) return steps.browse(by, world);
  const title = `${before.title.split(' ')[0]} ${by.unique('edit')}`;
  const outcome = await untilAnswered(world, () =>
    world.send(by, 'edit item', {
      method: 'PUT',
      path: `/api/items/${chosen.id}`,
      body: { fields: { title }, base: before.revision },
    }),
  );
  world.settle(chosen.content, { title, revision: before.revision + 1 }, outcome, `${by.name} edits ${chosen.id}`);
};

/** Reads an item and lets it decide what its adder's last edit was. */
export async function decideContent(world: World, { id, content }: AddedItem, item: Item | undefined): Promise<void> {
  const isSeen = ({ title, revision }: { title: string; revision: number }) =>
    item?.title === title && item.revision === revision;
  if (!content.decide(isSeen)) {
    const found = item ? `“${item.title}” at ${item.revision}` : 'not there';
    world.findings.add('lost', `Item ${id} is ${found}, not ${JSON.stringify(content.states)}`);
  }
}
