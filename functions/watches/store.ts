import type { PersonContext } from '#functions/http/handler.ts';
import { beginningOf } from '#functions/relations/feeds/table.ts';
import { storeFollow } from '#functions/relations/table.ts';
import type { Target } from '#shared/targets.ts';
import { watchedBefore } from '#shared/watches/rules.ts';
import { watch } from './activity.ts';

/** Stores that the caller watches something; answers what stood in the way, or nothing. */
export async function storeWatch({ caller, now }: PersonContext, target: Target, name: string) {
  const since = await beginningOf(watch, target, watchedBefore, now);
  return storeFollow(watch, caller.personId, target, { name, since });
}
