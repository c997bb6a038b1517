import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { relations } from './all.ts';
import { actEntries } from './feeds/table.ts';
import type { FollowedStanding, FollowRow } from './table.ts';

const standingOf = { follow: 'followed', watch: 'watched' } as const;

/** Somebody began or ceased to follow or watch something: one more of them, or one less. */
export function followContributions({ before, after }: Change): Contribution[] {
  const row = (after ?? before) as FollowRow | undefined;
  const change = Number(after !== undefined) - Number(before !== undefined);
  if (!row || change === 0) return [];
  return [
    {
      standing: standingOf[row.type],
      id: row.target,
      fold: (standing: FollowedStanding) => {
        standing.followers += change;
      },
    },
  ];
}

/** Where what a fact tells is found by whoever begins to follow or watch it later. */
export function toldEntries(row: Row, now: Date): Entry[] {
  return relations.flatMap((relation) => {
    const act = relation.actOf(row, now);
    return act ? actEntries(relation.name, act) : [];
  });
}
