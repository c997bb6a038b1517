import type { PersonContext } from '#functions/http/handler.ts';
import { watchesWhatIWrite } from '#functions/notifications/reader.ts';
import { isFollowing } from '#functions/relations/table.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { cutBytes } from '#shared/follows/rules.ts';
import type { Target } from '#shared/targets.ts';
import type { Watchable } from '#shared/watches/schema.ts';
import { storeWatch } from './store.ts';

export { unlinkPatrols } from './leave.ts';
export { isPatrolCredit } from './patrols/table.ts';
export { unseenChanges } from './unseen.ts';

/**
 * Watches what the caller has just written on, unless they do not want that. What was written stands whether this
 * succeeds or not: it never throws.
 */
export async function watchWritten(context: PersonContext, target: Target<Watchable>, name: string): Promise<void> {
  const { personId } = context.caller;
  if (target.id === personId) return;
  try {
    const [wanted, already] = await Promise.all([watchesWhatIWrite(personId), isFollowing('watch', personId, target)]);
    if (wanted && !already) await storeWatch(context, target, cutBytes(name, 160));
  } catch (error) {
    log('warn', 'not watched', { requestId: context.requestId, ...errorFields(error) });
  }
}
