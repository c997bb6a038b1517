import type { Change, Contribution, Entry } from '#functions/projections/change.ts';
import type { Row } from '#functions/table/table.ts';
import { actOf } from './activity.ts';
import { actEntries, type FollowRow } from './table.ts';

/** Somebody began or ceased to follow: one more follower, or one less. */
export function followContributions({ before, after }: Change): Contribution[] {
  const { target } = (after ?? before ?? {}) as Partial<FollowRow>;
  const change = Number(after !== undefined) - Number(before !== undefined);
  if (!target || change === 0) return [];
  return [
    {
      standing: 'followed',
      id: target,
      fold: (standing) => {
        standing.followers += change;
      },
    },
  ];
}

/** Where what a fact tells is found by whoever begins to follow it later. */
export function toldEntries(row: Row, now: Date): Entry[] {
  const act = actOf(row, now);
  return act ? actEntries(act) : [];
}
