import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '#functions/projections/audit.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { facts } from '#tests/builders/facts.ts';
import { follow, home, type Saved, saved, unfollow } from '#tests/builders/follows.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { CutProjector } from '#tests/worlds/cut-projector.ts';

/** alice does something with an item; bob follows or does not. A scene has names of its own. */
type Scene = { alice: string; bob: string; itemId: string; tag: string };
type Act = (scene: Scene) => Promise<unknown>;

const at = isoSeconds(new Date(Date.now() - 3_600_000));
const save =
  (more: Saved = {}): Act =>
  ({ alice, itemId, tag }) =>
    saved(alice, itemId, { at, tags: new Set([tag]), ...more });
const unsave: Act = ({ alice, itemId }) => saved(alice, itemId, undefined);
const hide = save({ private: true });
const untag: Act = ({ alice, itemId }) => saved(alice, itemId, { at });
const review: Act = ({ alice, itemId }) => facts.review(as(alice), itemId, { rating: 4 });
const unreview: Act = ({ alice, itemId }) => facts.unreview(as(alice), itemId);
const followPerson: Act = ({ alice, bob }) => follow(as(bob), 'people', alice);
const unfollowPerson: Act = ({ alice, bob }) => unfollow(as(bob), 'people', alice);
const followTag: Act = ({ bob, tag }) => follow(as(bob), 'tags', tag);
const followItem: Act = ({ bob, itemId }) => follow(as(bob), 'items', itemId);
const nothing: Act = async () => {};
const both =
  (...acts: Act[]): Act =>
  async (scene) => {
    for (const act of acts) await act(scene);
  };

/** What is there, what is being projected, what comes between and is projected at once; how many lines bob has in the end. */
const scenes: [string, { before: Act; first: Act; second: Act; lines: number; sameLane?: true }][] = [
  ['a save, followed meanwhile', { before: nothing, first: save(), second: followPerson, lines: 1 }],
  ['a save, followed by its tag meanwhile', { before: nothing, first: save(), second: followTag, lines: 1 }],
  ['a review, followed by its item meanwhile', { before: nothing, first: review, second: followItem, lines: 1 }],
  ['a follow, saved meanwhile', { before: nothing, first: followPerson, second: save(), lines: 1 }],
  ['a save, unfollowed meanwhile', { before: followPerson, first: save(), second: unfollowPerson, lines: 0 }],
  ['an unfollow, saved meanwhile', { before: followPerson, first: unfollowPerson, second: save(), lines: 0 }],
  ['a follow, made private meanwhile', { before: save(), first: followPerson, second: hide, lines: 0 }],
  ['a follow, unsaved meanwhile', { before: save(), first: followTag, second: unsave, lines: 0 }],
  ['a follow of a tag that is taken off meanwhile', { before: save(), first: followTag, second: untag, lines: 0 }],
  ['a follow, withdrawn meanwhile', { before: review, first: followItem, second: unreview, lines: 0 }],
  ['a private save, followed meanwhile', { before: save(), first: hide, second: followPerson, lines: 0 }],
  [
    'an unfollow, while the tag keeps it',
    { before: both(followPerson, followTag, save()), first: unfollowPerson, second: nothing, lines: 1 },
  ],
  [
    'an unfollow, while the item comes to be followed',
    { before: both(followPerson, save()), first: unfollowPerson, second: followItem, lines: 1, sameLane: true },
  ],
  [
    'a follow, unfollowed meanwhile',
    { before: save(), first: followPerson, second: unfollowPerson, lines: 0, sameLane: true },
  ],
  ['a save, taken back meanwhile', { before: followPerson, first: save(), second: unsave, lines: 0, sameLane: true }],
  [
    'an unfollow while the tag is taken off that kept it',
    { before: both(followPerson, followTag, save()), first: unfollowPerson, second: untag, lines: 0 },
  ],
];

describe('a projector that is held at any request', () => {
  let table: TestTable;
  beforeAll(async () => {
    table = await createTestTable();
  });
  beforeEach(() => table.reset());
  afterAll(() => table.drop());

  it.each(scenes)('joins %s', async (_name, { before, first, second, lines, sameLane }) => {
    const projector = new CutProjector();
    /** Ten scenes with what is there, projected together: one by one that takes longer than what is looked at. */
    const ready = async (way: string, from: number): Promise<Scene[]> => {
      const made = await atMost(5, Array.from({ length: 10 }), async (_, n) => {
        const mark = `${way}${from + n}x`;
        const scene = { alice: `alice${mark}`, bob: `bob${mark}`, itemId: '', tag: `tag${mark}` };
        await join(scene.alice, scene.bob, `olivia${mark}`);
        scene.itemId = (await facts.link(as(`olivia${mark}`), `https://example.org/${mark}`)).id;
        await before(scene);
        return scene;
      });
      await projector.projectAll();
      return made;
    };
    // Records of one lane come in order: the second is projected before the first is only where the first has a twin.
    const ways = [false, true].flatMap((cut) => [false, true].map((twin) => ({ cut, twin })));
    for (const { cut, twin } of ways.filter((way) => way.twin || !sameLane)) {
      const waiting: Scene[] = [];
      for (let stop = 1; ; stop++) {
        if (waiting.length === 0) waiting.push(...(await ready(`${Number(cut)}${Number(twin)}`, stop)));
        const scene = waiting.shift() as Scene;

        await first(scene);
        const records = await projector.written();
        const held = await projector.hold(records, stop, cut);
        if (twin) await projector.project(records);
        await second(scene);
        if (held) await projector.project(await projector.written());
        const done = await held?.goOn();
        if (done === false) while (!(await projector.project(records)));
        await projector.projectAll();

        const { entries } = await home(as(scene.bob));
        expect(entries.length, `stopped at ${stop}, ${cut ? 'cut off' : 'held'}${twin ? ', with a twin' : ''}`).toBe(
          lines,
        );
        if (!held) break;
      }
      expect((await audit()).differences).toEqual([]);
    }
  });
});
