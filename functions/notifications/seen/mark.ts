import type { PersonContext } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import type { SeenMark } from '#shared/watches/schema.ts';
import { type SeenList, storeSeen } from './table.ts';

/** Notes what the caller has seen of a list; nothing that is still to come. @throws account_deleted */
export async function markSeen(context: PersonContext, list: SeenList, { until, one = '' }: SeenMark) {
  const now = context.now.toISOString();
  const meant = until === undefined ? { one } : { until: until > now ? now : until };
  await requireAccount(context);
  if (!(await storeSeen(context.caller.personId, list, meant))) throw new AppError('account_deleted');
}
