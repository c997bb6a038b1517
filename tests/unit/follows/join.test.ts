import { expect, test } from 'vitest';
import { follow as relation } from '#functions/follows/activity.ts';
import { sameAct } from '#functions/relations/fan-out.ts';
import { feedEntry } from '#functions/relations/feeds/table.ts';
import { Feeds, heardThrough, tellings } from '#functions/relations/join.ts';
import type { FollowRow } from '#functions/relations/table.ts';
import { keyText, type Row } from '#functions/table/table.ts';
import { cutBytes, tagMark } from '#shared/follows/rules.ts';
import { type Followable, followables } from '#shared/follows/schema.ts';
import { hiddenBy } from '#shared/mutes/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { readTarget, type Target, targetText } from '#shared/targets.ts';
import fc from '#tests/setup/properties.ts';

const now = new Date('2026-11-24T12:00:00Z');
const ago = (days: number) => isoSeconds(new Date(now.getTime() - days * 86_400_000));
const people = ['anna', 'bert', 'carl'];
const tags = ['sf', 'web'];
const items = ['one', 'two'];

const save = fc.record({
  by: fc.constantFrom(...people),
  itemId: fc.constantFrom(...items),
  days: fc.integer({ min: 0, max: 70 }),
  tags: fc.subarray(tags),
  hidden: fc.boolean(),
});
type Save = typeof save extends fc.Arbitrary<infer T> ? T : never;
const saveRow = ({ by, itemId, days, tags: put, hidden }: Save): Row => ({
  pk: `P#${by}`,
  sk: `S#${itemId}`,
  type: 'save',
  itemId,
  by,
  at: ago(days),
  ...(put.length > 0 ? { tags: new Set(put) } : {}),
  ...(hidden ? { private: true } : {}),
  about: { kind: 'link', title: 'A page', byline: '' },
});
const target = fc.oneof(
  fc.record({ what: fc.constant('people' as const), id: fc.constantFrom(...people) }),
  fc.record({ what: fc.constant('tags' as const), id: fc.constantFrom(...tags) }),
  fc.record({ what: fc.constant('items' as const), id: fc.constantFrom(...items) }),
);
const follow = fc.record({ by: fc.constantFrom(...people), target, days: fc.integer({ min: 0, max: 60 }) });
type Follow = { by: string; target: Target<Followable>; days: number };
const distinct = {
  saves: (one: Save) => `${one.by} ${one.itemId}`,
  follows: (one: Follow) => `${one.by} ${targetText(one.target)}`,
};
const followRow = ({ by, target: to, days }: Follow): FollowRow => ({
  pk: `P#${by}`,
  sk: `FOLLOW#${targetText(to)}`,
  type: 'follow',
  target: targetText(to),
  name: '',
  since: ago(days),
});

/** Whether somebody hears of a save, said over again. */
const wants = (follows: readonly Follow[], { by, itemId, tags: put, days, hidden }: Save) =>
  follows.every((follow) => follow.by !== by) &&
  !hidden &&
  days < 60 &&
  follows.some(
    ({ target: { what, id }, days: since }) =>
      since >= days && { people: id === by, items: id === itemId, tags: put.includes(id) }[what],
  );

test('a home feed is the join of follows and acts', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(save, { selector: distinct.saves }),
      fc.uniqueArray(follow, { selector: distinct.follows }),
      (saves, follows) => {
        const feeds = new Feeds(relation, now);
        for (const row of [...saves.map(saveRow), ...follows.map(followRow)]) feeds.add(row);
        const lines = [...feeds.entries()].map(keyText).sort();
        const expected = people.flatMap((person) =>
          saves
            .filter((one) =>
              wants(
                follows.filter(({ by }) => by === person),
                one,
              ),
            )
            .map((one) => `HOME#${person}\n${ago(one.days)}#s${one.by}${one.itemId}`),
        );
        expect(lines).toEqual(expected.sort());
      },
    ),
  );
});

test('what one who follows is brought along is what the act itself would have told', () => {
  fc.assert(
    fc.property(save, fc.uniqueArray(follow, { selector: distinct.follows }), (one, follows) => {
      const act = relation.actOf(saveRow(one), now);
      if (!act) return;
      const followersOf = (to: Target) =>
        follows
          .filter((each) => targetText(each.target) === targetText(to))
          .map(({ by, days }) => ({ personId: by, since: ago(days) }));
      const told = tellings(relation, [], act, followersOf).flatMap((write) => ('put' in write ? [write.put.pk] : []));
      const brought = people.filter((person) => {
        const mine = follows.filter(({ by }) => by === person);
        return heardThrough(person, new Map(mine.map((each) => [targetText(each.target), ago(each.days)])), act);
      });
      expect(told.sort()).toEqual(brought.map((person) => `HOME#${person}`));
    }),
  );
});

test('whatever an act was, its followers are left with what it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(save, fc.subarray(people)), { minLength: 1, maxLength: 4 }),
      fc.subarray(people),
      (states, gone) => {
        // One act that changed: the same person and item.
        const acts = states.map(([state]) => relation.actOf(saveRow({ ...state, by: 'anna', itemId: 'one' }), now));
        const is = acts.at(-1);
        const known = acts.filter((act) => act !== undefined);
        const stored = new Set(
          known.flatMap((act, n) => (states[n]?.[1] ?? []).map((person) => keyText(feedEntry('follow', person, act)))),
        );
        const followersOf = () =>
          people.map((personId) => ({
            personId,
            since: ago(60),
            ...(gone.includes(personId) ? { gone: true as const } : {}),
          }));
        for (const write of tellings(relation, known, is, followersOf)) {
          if ('put' in write) stored.add(keyText(write.put));
          else stored.delete(keyText(write.delete));
        }
        const left = is ? people.filter((person) => person !== 'anna' && !gone.includes(person)) : [];
        expect([...stored].sort()).toEqual(left.map((person) => keyText(feedEntry('follow', person, is as never))));
      },
    ),
  );
});

test('nothing private, held, unnamed or long ago is told', () => {
  const row = saveRow({ by: 'anna', itemId: 'one', days: 1, tags: [], hidden: false });
  expect(relation.actOf(row, now)).toBeDefined();
  expect(relation.actOf({ ...row, private: true }, now)).toBeUndefined();
  expect(relation.actOf({ ...row, at: ago(60) }, now)).toBeUndefined();
  expect(relation.actOf({ ...row, at: undefined }, now)).toBeUndefined();
  expect(relation.actOf({ ...row, privateNote: 'for me', note: 'for all', shelf: 'read' }, now)?.card).not.toContain(
    'for me',
  );
  expect(relation.actOf({ ...row, note: 'Good ||he dies|| end' }, now)?.card).toContain('Good … end');
  const review = {
    id: 'r1',
    itemId: 'one',
    rating: 4,
    text: 'Good ||he dies|| end',
    at: ago(1),
    about: { kind: 'link', title: 'A' },
  };
  const full = { pk: 'RV#r1', sk: 'FACT', type: 'review', by: 'Anna', byId: 'anna', ...review };
  expect(relation.actOf(full, now)?.card).toContain('Good … end');
  expect(relation.actOf({ ...full, held: { rule: 'young', until: ago(0) } }, now)).toBeUndefined();
  const { by: _by, byId: _byId, ...unlinked } = full;
  expect(relation.actOf(unlinked, now)).toBeUndefined();
});

test('an act is the same while it tells the same', () => {
  const row = saveRow({ by: 'anna', itemId: 'one', days: 1, tags: ['sf'], hidden: false });
  expect(sameAct(relation.actOf(row, now), relation.actOf({ ...row, shelf: 'read', privateNote: 'x' }, now))).toBe(
    true,
  );
  expect(sameAct(relation.actOf(row, now), relation.actOf({ ...row, note: 'x' }, now))).toBe(false);
});

test('a line of a feed stays within its bytes', () => {
  const wide = '字'.repeat(2000);
  const card = relation.actOf(
    {
      ...saveRow({ by: 'anna', itemId: 'one', days: 1, tags: [], hidden: false }),
      note: wide,
      tags: new Set(Array.from({ length: 10 }, (_, n) => `${'📚'.repeat(36)}${n}`)),
      about: { kind: 'link', title: wide },
    },
    now,
  )?.card;
  expect(Buffer.byteLength(card ?? '')).toBeLessThan(700);
  expect(cutBytes(wide, 200).endsWith('…')).toBe(true);
  expect(cutBytes('short', 200)).toBe('short');
});

test('what is muted is hidden, by person, item or tag, and nothing else', () => {
  const hides = hiddenBy(new Set(['p#anna', 'i#one', 't#dull']));
  const line = { byId: 'bert', itemId: 'two', tags: ['sf', 'web'].map(tagMark) };
  expect(hides(line)).toBe(false);
  expect(hides({ ...line, byId: 'anna' })).toBe(true);
  expect(hides({ ...line, itemId: 'one' })).toBe(true);
  expect(hides({ ...line, tags: [tagMark('dull')] })).toBe(true);
  expect(hides({ byId: 'bert', itemId: 'two' })).toBe(false);
});

test('a target reads back from its text', () => {
  fc.assert(
    fc.property(target, (one) => {
      expect(readTarget(targetText(one), followables)).toEqual(one);
    }),
  );
  expect(readTarget('x#y', followables)).toBeUndefined();
});
