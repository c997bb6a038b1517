import type { ChangeKind } from '#shared/proposals/schema.ts';
import { appeal } from './appeal.ts';
import { claim, unclaim } from './claim.ts';
import { edit } from './edit.ts';
import type { Effect } from './effect.ts';
import { merge, unmerge } from './merge.ts';
import { parameters } from './parameters.ts';
import { removal, restoration } from './removal.ts';
import { synonym } from './synonym.ts';

/** How each sort of change is made; what is not here cannot be proposed. */
export const effects: { [What in ChangeKind]?: Effect<What> } = {
  edit,
  appeal,
  merge,
  unmerge,
  removal,
  restoration,
  synonym,
  parameters,
  claim,
  unclaim,
};
