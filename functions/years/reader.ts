import type { Goal } from '#shared/years/schema.ts';
import type { GoalRow } from './table.ts';

export { allGoals, isGoal } from './table.ts';

/** A goal as it is shown. */
export const goalFrom = (row: GoalRow): Goal => ({ target: row.target, private: row.private ?? false });
