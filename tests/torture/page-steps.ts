import { made, set, untilAnswered } from './asking.ts';
import type { Page, Saved } from './commons.ts';
import type { Person } from './person.ts';
import { Slot } from './slot.ts';
import { type Step, steps } from './steps.ts';
import type { World } from './world.ts';

/** The text that a page begins with: a section for everybody. */
export const firstText = (names: readonly string[]) => names.map((name) => `## ${name}\n\nnothing\n\n---\n`).join('\n');

/** What stands in each section of such a text, by whose it is. */
export function sectionsOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(/^## (\S+)\n\n(.*)\n\n---$/gm)].map(([, name = '', word = '']) => [name, word]));
}

/** A text with another word in somebody’s section. */
export const withSection = (text: string, name: string, word: string) =>
  text.replace(new RegExp(`^(## ${name}\\n\\n).*$`, 'm'), (_, head: string) => `${head}${word}`);

export type Text = { text: string; revision: number };

export const sectionSlot = (by: Person, page: Page) => {
  const slot = by.sections.get(page.id) ?? new Slot('nothing');
  by.sections.set(page.id, slot);
  return slot;
};

/** Reads a page’s text and lets it decide what one’s own section says. */
export async function lookAtPage(world: World, by: Person, page: Page): Promise<Text | undefined> {
  const outcome = await world.send(by, 'look at a text', { method: 'GET', path: `/api/items/${page.id}/text` });
  if (outcome.is !== 'done') return undefined;
  const text = outcome.body as Text;
  if (page.proposed) return text;
  const word = sectionsOf(text.text).get(by.name);
  const slot = sectionSlot(by, page);
  if (!slot.decide((state) => state === word))
    world.findings.add('lost', `${by.name}’s section of ${page.title} says ${word}, not ${slot.states.join(' or ')}`);
  return text;
}

/** Sends a change of one’s own section, called by a word of its own, until it is answered. */
async function save(
  by: Person,
  world: World,
  page: Page,
  { what, path, body, summary, next }: { what: string; path: string; body: object; summary: string; next: string },
): Promise<void> {
  const saved: Saved = { page: page.id, by: by.name, least: 0, most: 1 };
  world.commons.saved.set(summary, saved);
  const slot = sectionSlot(by, page);
  const outcome = await untilAnswered(world, () => world.send(by, what, { method: 'PUT', path, body }));
  if (outcome.is === 'done') saved.least = 1;
  if (outcome.is === 'refused') saved.most = 0;
  world.settle(slot, next, outcome, `${by.name}: ${what} ${page.title}`);
}

/** On a site that grew, one edits what one began, until trust is earned. */
const anyPage = (by: Person, world: World) =>
  by.pick(world.commons.pages.filter((page) => !page.proposed && (world.isYoung || page.by === by.name)));

/** Changes one’s own section, at times from a text that others have changed since. */
const edit: Step = async (by, world) => {
  const page = anyPage(by, world);
  if (!page) return steps.browse(by, world);
  const slot = sectionSlot(by, page);
  if (!(await made(slot, () => lookAtPage(world, by, page)))) return;
  const remembered = by.read.get(page.id);
  const isFresh = !remembered || by.chance(3) > 0 || sectionsOf(remembered.text).get(by.name) !== slot.sure;
  const base = isFresh ? await lookAtPage(world, by, page) : remembered;
  const before = slot.sure;
  if (!base || before === undefined) return;
  by.read.set(page.id, base);
  const word = by.unique('wrote');
  by.wordsBefore.set(word, before);
  const text = withSection(base.text, by.name, word);
  const body = { fields: { title: page.title }, text, base: base.revision, summary: word };
  await save(by, world, page, { what: 'edit page', path: `/api/items/${page.id}`, body, summary: word, next: word });
};

type Line = { n: number; summary: string };

/** Takes one’s own last edit back. */
const undo: Step = async (by, world) => {
  const page = anyPage(by, world);
  const word = page && sectionSlot(by, page).sure;
  const before = word && by.wordsBefore.get(word);
  if (!page || !before) return steps.browse(by, world);
  const path = `/api/items/${page.id}/revisions`;
  const history = await world.send(by, 'look at a history', { method: 'GET', path });
  if (history.is !== 'done') return;
  const line = (history.body.entries as Line[]).find(({ summary }) => summary === word);
  if (!line) return;
  const summary = by.unique('undid');
  const undone = { what: 'undo revision', path: `${path}/${line.n}/undone`, body: { summary }, summary, next: before };
  await save(by, world, page, undone);
};

const tags = ['à-lire', 'constructor', 'watched', 'talk', 'page', 'place'];

async function lookAtWatch(world: World, by: Person, path: string, slot: Slot<boolean>): Promise<void> {
  const outcome = await world.send(by, 'look at own', { method: 'GET', path });
  if (outcome.is === 'done') slot.decide((state) => state === outcome.body.watching);
}

/** Begins or ceases to watch a tag, or an item or page: those who watch what they write on leave that be. */
const watch: Step = async (by, world) => {
  const items = [...world.hot, ...world.commons.pages.map(({ id }) => id)];
  const isTag = by.watchesWritten || by.chance(2) === 0;
  const target = isTag ? `tags/${encodeURIComponent(by.pick(tags) ?? '')}` : `items/${by.pick(items)}`;
  const slot = by.watches.get(target) ?? new Slot(false);
  by.watches.set(target, slot);
  const path = `/api/me/watches/${target}`;
  if (!(await made(slot, () => lookAtWatch(world, by, path, slot)))) return;
  const next = !slot.sure || by.chance(3) === 0;
  const asked = { method: next ? 'PUT' : 'DELETE', path };
  await set(world, by, next ? 'watch' : 'unwatch', asked, { slot, next });
};

/** Says until when one has seen the watchlist; what is earlier changes nothing. */
const markSeen: Step = async (by, world) => {
  const slot = by.seen;
  if (slot.isWaiting) return;
  const until = new Date().toISOString();
  await set(
    world,
    by,
    'mark seen',
    { method: 'PUT', path: '/api/me/watching/seen', body: { until } },
    { slot, next: until },
  );
};

export const pageSteps = { edit, undo, watch, markSeen };
