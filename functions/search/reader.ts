import type { Change } from '#functions/projections/change.ts';
import { changedNames } from './changed.ts';
import { noteChanged } from './table.ts';

export { noteRemake } from './table.ts';

/** Notes in the log of search what these changes, which are projected, let be found otherwise. Safe to repeat. */
export async function noteSearchable(changes: readonly Change[]): Promise<void> {
  const names = changedNames(changes);
  if (names.length > 0) await noteChanged(names);
}
