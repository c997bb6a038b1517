import type { Change, Contribution } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { countPlace, type Earned, placeOf } from '#shared/trust/rules.ts';

type Edited = {
  itemId: string;
  n: number;
  did: string;
  byId?: string;
  reverted?: { of: Record<string, number> };
};
type Proposed = { byId?: string; state: string; change: { what: string } };

const person = (id: string, fold: (standing: Earned) => void): Contribution => ({ standing: 'person', id, fold });

/** Counts a number up or down; one that is nothing goes, as if it had never been. */
function count(standing: Earned, name: 'edits' | 'editsReverted' | 'proposalsApplied', change: number): void {
  const sum = (standing[name] ?? 0) + change;
  if (sum === 0) delete standing[name];
  else standing[name] = sum;
}

/** What is an edit of somebody’s: not the first wording of an item, nor what a decision of many came to. */
const edits = ['edited', 'reverted', 'undone'];

/** The change of a fact, taken out as it was and put in as it is. */
function bothOf(change: Change, contributions: (row: Row, sign: 1 | -1) => Contribution[]): Contribution[] {
  const { before, after } = change;
  return [...(before ? contributions(before, -1) : []), ...(after ? contributions(after, 1) : [])];
}

/** An edit of its author’s; and edits of others that it took back, which stand no more. */
export const editTrust = (change: Change): Contribution[] =>
  bothOf(change, (row, sign) => {
    const { itemId, n, did, byId, reverted } = row as Row & Edited;
    const place = placeOf(itemId);
    const found: Contribution[] = [];
    if (byId && n > 1 && edits.includes(did))
      found.push(
        person(byId, (standing) => {
          count(standing, 'edits', sign);
          countPlace(standing, 'editsOn', place, sign);
        }),
      );
    for (const [id, many] of Object.entries(reverted?.of ?? {}))
      found.push(
        person(id, (standing) => {
          count(standing, 'editsReverted', sign * many);
          countPlace(standing, 'editsOn', place, -sign * many);
        }),
      );
    return found;
  });

/** A proposal that was applied and stands. That an appeal passed is no merit of who was folded. */
export const proposalTrust = (change: Change): Contribution[] =>
  bothOf(change, (row, sign) => {
    const { byId, state, change: what } = row as Row & Proposed;
    if (!byId || state !== 'applied' || what.what === 'appeal') return [];
    return [person(byId, (standing) => count(standing, 'proposalsApplied', sign))];
  });
