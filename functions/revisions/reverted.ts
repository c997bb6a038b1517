import { historyPage, type RevisionRow } from './table.ts';

/** So many revisions are looked at, the latest, to tell whose are taken back. */
const mostLookedAt = 500;
/**
 * So many people are told apart whose revisions one takes back, and so many proposals that they came from, the latest
 * first: for each the projector has three numbers or one to move, all in one transaction of at most a hundred writes.
 */
const [mostPeople, mostProposals] = [20, 15];

/** What taking back the revisions from one up to another comes to for those who made them, besides who does it. */
export async function takenBack(itemId: string, from: number, to: number, personId: string) {
  const { rows } = await historyPage(itemId, { from, limit: mostLookedAt, strong: true });
  return toldOf(rows, from, to, personId);
}

/**
 * The same of revisions that were read, the latest first, with those that came since. What one of them took back before
 * counts no more: else who takes back and brings back in turn could do so to an edit without end.
 */
export function toldOf(rows: readonly RevisionRow[], from: number, to: number, personId: string) {
  const before = rows.flatMap(({ reverted }) => reverted ?? []);
  const standing = rows.filter(
    ({ n }) => n >= from && n <= to && !before.some((taken) => n >= taken.from && n <= taken.to),
  );
  const of = new Map<string, number>();
  for (const { byId } of standing) {
    if (byId === undefined || byId === personId) continue;
    if (of.has(byId) || of.size < mostPeople) of.set(byId, (of.get(byId) ?? 0) + 1);
  }
  const proposals = standing.flatMap(({ proposal }) => proposal ?? []).slice(0, mostProposals);
  return { from, to, of: Object.fromEntries(of), ...(proposals.length > 0 ? { proposals } : {}) };
}
