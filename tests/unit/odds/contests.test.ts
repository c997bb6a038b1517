import { describe, expect, it } from 'vitest';
import { dataFrom, leastEdits, type Proposed, type Revised, settlements } from '#shared/odds/contests.ts';
import type { Contest } from '#shared/odds/model.ts';
import { learn, oddsOf, reliability } from '#shared/odds/rules.ts';

const now = new Date('2026-06-01T00:00:00Z');
const minute = (n: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + n * 60_000).toISOString();
const day = 1440;
/** Edits of one item, far enough apart unless told. */
const edit = (n: number, byId: string | undefined, more: Partial<Revised> = {}): Revised => ({
  itemId: 'one',
  n,
  at: minute(n * day),
  did: 'edited',
  ...(byId ? { byId } : {}),
  ...more,
});
const revert = (n: number, byId: string, from: number, to = from, more: Partial<Revised> = {}) =>
  edit(n, byId, { did: 'reverted', reverted: { from, to }, ...more });
const outcomes = (revisions: Revised[], proposals: Proposed[] = []) =>
  settlements(revisions, proposals, now).map(({ edits, won }) => [edits.map(({ byId }) => byId).join(' '), won]);

describe('an edit', () => {
  it('stayed if nobody else took it back, and did not if somebody did', () => {
    expect(outcomes([edit(2, 'ann'), edit(3, 'ben'), revert(4, 'ann', 3)])).toEqual([
      ['ann', 0],
      ['ben', -1],
    ]);
  });

  it('stayed if it was taken back after thirty days, or by a revert that was taken back itself', () => {
    expect(outcomes([edit(2, 'ann'), revert(40, 'ben', 2)])).toEqual([['ann', 0]]);
    expect(outcomes([edit(2, 'ann'), revert(3, 'ben', 2), revert(4, 'carl', 3)])).toEqual([['ann', 0]]);
    expect(outcomes([edit(2, 'ann'), revert(3, 'ben', 2), revert(4, 'carl', 3), revert(5, 'ben', 4)])).toEqual([
      ['ann', -1],
    ]);
  });

  it('tells nothing while it is young, taken back by its author, made by nobody or through a proposal', () => {
    const young = edit(2, 'ann', { at: '2026-05-20T00:00:00Z' });
    const first = edit(1, 'ann', { did: 'created' });
    const own = [edit(3, 'ben'), revert(4, 'ben', 3)];
    expect(outcomes([first, ...own, young, edit(5, undefined), edit(6, 'ann', { proposal: 'p' })])).toEqual([]);
  });

  it('stands against those of others within the hour, if one of them stayed, or none', () => {
    const within = (n: number, by: string, at: number) => edit(n, by, { at: minute(at) });
    const three = [within(2, 'ann', 0), within(3, 'ben', 20), within(4, 'carl', 59)];
    const taken = (n: number, ...of: [number, number]) => revert(n, 'dora', ...of, { at: minute(1000 + n) });
    expect(outcomes([...three, taken(5, 2, 3)])).toEqual([['ann ben carl', 2]]);
    expect(outcomes([...three, taken(5, 2, 4)])).toEqual([['ann ben carl', -1]]);
    expect(outcomes([...three, taken(5, 3, 3)])).toEqual([
      ['ann', 0],
      ['ben', -1],
      ['carl', 0],
    ]);
    // Several of one person are one; the hour begins with the first.
    expect(outcomes([within(2, 'ann', 0), within(3, 'ben', 30), within(4, 'ann', 40), taken(5, 2, 3)])).toEqual([
      ['ann ben', 0],
    ]);
    expect(outcomes([within(2, 'ann', 0), within(3, 'ben', 61), taken(5, 2, 2)])).toEqual([
      ['ann', -1],
      ['ben', 0],
    ]);
  });
});

it('proposals stand against each other while the first is open; accepted ones that stand stayed', () => {
  const proposal = (id: string, byId: string, at: number, decided: number, state: string): Proposed => ({
    id,
    itemId: 'one',
    byId,
    at: minute(at),
    decidedAt: minute(decided),
    state,
  });
  const three = [
    proposal('a', 'ann', 0, 500, 'refused'),
    proposal('b', 'ben', 400, 600, 'applied'),
    proposal('c', 'carl', 550, 900, 'withdrawn'),
    proposal('d', 'dora', 2000, 2500, 'reverted'),
  ];
  expect(outcomes([], three)).toEqual([
    ['ann ben', 1],
    ['dora', -1],
  ]);
  // What it became was taken back in the item’s history.
  const made = edit(9, 'ben', { proposal: 'b', at: minute(600) });
  expect(outcomes([made, revert(10, 'carl', 9, 9, { at: minute(700) })], three)[0]).toEqual(['ann ben', -1]);
});

describe('what is learned from', () => {
  const many = (by: string, itemId: string, count: number, from: number) =>
    Array.from({ length: count }, (_, n) => edit(from + n, by, { itemId, at: minute((from + n) * 100) }));

  it('leaves out people and items with fewer than ten settled edits', () => {
    const revisions = [
      ...many('ann', 'one', leastEdits, 2),
      ...many('ben', 'one', leastEdits - 1, 100),
      ...many('ann', 'two', leastEdits - 1, 200),
    ];
    const data = dataFrom(settlements(revisions, [], now), new Map([['one', 'ann']]));
    expect(data).toMatchObject({ people: ['ann'], items: ['one'], editsOf: { people: [19], items: [19] } });
    expect(data.contests).toHaveLength(10);
    expect(data.contests[0]).toEqual({ item: 0, edits: [{ person: 0, owned: true }], won: 0 });
  });

  it('gives the same model whatever order the facts come in, and none where there is nothing', () => {
    const revisions = [
      ...many('ann', 'one', 60, 2),
      ...many('ben', 'one', 60, 100),
      revert(200, 'ann', 110, 125, { at: minute(13_000) }),
    ];
    const model = (facts: Revised[]) => {
      const all = settlements(facts, [], now);
      return learn(all, dataFrom(all, new Map()), 'now');
    };
    const first = model(revisions);
    expect(model([...revisions].reverse())).toEqual(first);
    expect(first.model).toMatchObject({
      contests: 120,
      people: 2,
      items: 1,
      settled: 120,
      calibration: { contests: 24 },
    });
    const odds = (id: string) =>
      oddsOf(first.model, {
        itemId: 'one',
        you: first.skills.get(id),
        isOwner: false,
        item: first.difficulties.get('one'),
        rivals: [],
      });
    expect(odds('ann').odds).toBeGreaterThan(odds('ben').odds ?? 1);
    expect(odds('nobody')).toMatchObject({ odds: null, reasons: null });
    // Where nothing was ever taken back there is nothing to tell people apart by.
    expect(model(revisions.slice(0, -1)).model).toMatchObject({ contests: 120, stayed: 1, learned: null });
    expect(model([]).model).toMatchObject({ contests: 0, learned: null, calibration: null });
  });
});

it('odds that come true lie on the line: as many stayed as were said to', () => {
  const parameters = { skills: Float64Array.of(2, -2), difficulties: Float64Array.of(0), bias: 0, owner: 0 };
  const contests = Array.from({ length: 1000 }, (_, n): Contest => {
    const person = n % 2;
    return { item: 0, edits: [{ person, owned: false }], won: n % 100 < 12 === (person === 1) ? 0 : -1 };
  });
  const bins = reliability(contests, parameters);
  expect(bins.map(({ from, edits }) => [from, edits])).toEqual([
    [0.1, 500],
    [0.8, 500],
  ]);
  for (const { predicted, stayed } of bins) expect(Math.abs(predicted - stayed)).toBeLessThan(0.01);
});
