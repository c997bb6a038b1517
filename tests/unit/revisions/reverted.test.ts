import { expect, it } from 'vitest';
import { toldOf } from '#functions/revisions/reverted.ts';
import { type RevisionRow, revisionKey } from '#functions/revisions/table.ts';

type Some = Partial<Pick<RevisionRow, 'byId' | 'proposal' | 'reverted'>>;
const row = (n: number, more: Some) => ({ ...revisionKey('item', n), n, ...more }) as RevisionRow;
/** A history as it is read, the latest first; `more` tells of each revision from the second on. */
const history = (more: Some[]) => more.map((one, at) => row(at + 2, one)).reverse();

it('tells whose revisions are taken back and which proposals, but not of who does it', () => {
  const rows = history([{ byId: 'ann' }, { byId: 'ben', proposal: 'p' }, { byId: 'ann' }, { byId: 'cid' }, {}]);
  expect(toldOf(rows, 2, 6, 'cid')).toEqual({ from: 2, to: 6, of: { ann: 2, ben: 1 }, proposals: ['p'] });
  expect(toldOf(rows, 3, 3, 'cid')).toEqual({ from: 3, to: 3, of: { ben: 1 }, proposals: ['p'] });
});

it('counts no edit a second time that was taken back before, however often it is brought back', () => {
  const back = (from: number, to: number, of: Record<string, number>) => ({ byId: 'mal', reverted: { from, to, of } });
  const rows = history([{ byId: 'ann', proposal: 'p' }, back(2, 2, { ann: 1 }), back(3, 3, {}), { byId: 'ben' }]);
  expect(toldOf(rows, 2, 5, 'mal')).toEqual({ from: 2, to: 5, of: { ben: 1 } });
  expect(toldOf(rows, 2, 2, 'mal')).toEqual({ from: 2, to: 2, of: {} });
});

it('tells of no more people and proposals than one transaction of the projector has room for', () => {
  const rows = history(Array.from({ length: 300 }, (_, n) => ({ byId: `p${n % 100}`, proposal: `o${n}` })));
  const { of, proposals } = toldOf(rows, 2, 301, 'mal');
  // Worker, worker of the item and trust of each; of who does it five numbers, of the item and the site three.
  expect(3 * Object.keys(of).length + (proposals?.length ?? 0) + 8).toBeLessThan(90);
  expect(of).toMatchObject({ p99: 3, p80: 3 });
});
