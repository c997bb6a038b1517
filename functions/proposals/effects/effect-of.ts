import { AppError } from '#shared/app-error.ts';
import type { Change, ChangeKind } from '#shared/proposals/schema.ts';
import type { Effect } from './effect.ts';
import { effects } from './registry.ts';

/** How a change is checked and made. @throws change_not_possible for one that this site does not know to make */
export function effectOf({ what }: Pick<Change, 'what'>): Effect<ChangeKind> {
  // A change and its effect have the same name; TypeScript cannot follow that through the union.
  const effect = effects[what] as Effect<ChangeKind> | undefined;
  if (!effect) throw new AppError('change_not_possible');
  return effect;
}
