import type { PersonContext } from '#functions/http/handler.ts';
import { type ItemRow, itemOf, requireOpenItem } from '#functions/items/reader.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { transact } from '#functions/table/table.ts';
import { requirePower } from '#functions/trust/reader.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { watchWritten } from '#functions/watches/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { isNewcomer } from '#shared/revisions/rules.ts';
import type { Draft } from './drafts.ts';
import { type Making, revisionWrites } from './writes.ts';

/** What a change comes to on an item as it was just read; nothing where all of it is there. */
type Proposed = { draft: Draft; making: Pick<Making, 'did' | 'summary' | 'minor' | 'base' | 'reverted'> } | undefined;

/** So often a change is made anew because somebody else was faster, before who waits is asked to come again. */
const attempts = 12;

/**
 * Makes a revision of an item: reads it, asks what the change comes to, and writes where the item is still as it was read;
 * else all again. Who added an item may always change it; others as far as they are trusted.
 * @throws try_again, account_deleted, handle_required, trust_too_low, item_not_found, item_merged, item_removed, identifier_taken
 */
export async function commitRevision(
  itemId: string,
  context: PersonContext,
  propose: (item: ItemRow, personId: string) => Promise<Proposed>,
) {
  const { caller, now } = context;
  const { personId } = caller;
  const [profile, found] = await Promise.all([requireAccount(context), requireOpenItem(itemId)]);
  const by = handleOf(profile);
  for (let tries = 0; tries < attempts; tries++) {
    const item = tries === 0 ? found : await requireOpenItem(itemId);
    if (item.byId !== personId) await requirePower(context, 'edit');
    const proposed = await propose(item, personId);
    if (!proposed) return { item: itemOf(item), merged: false };
    const { draft, making } = proposed;
    const newcomer = isNewcomer(profile?.at, now);
    const written = await revisionWrites(item, draft, { ...making, by, byId: personId, at: isoSeconds(now), newcomer });
    try {
      await transact([...written.writes, accountIsOpen(personId, itemId)]);
      await watchWritten(context, { what: 'items', id: itemId }, written.item.title);
      return { item: itemOf(written.item), merged: draft.merged };
    } catch (error) {
      const failed = failedConditions(error);
      if (!failed) throw error;
      if (failed.at(-1)) throw new AppError('account_deleted');
      const blamed = written.blame.filter((_, at) => failed[at]);
      if (!blamed.includes('item') && blamed.includes('identifier')) throw new AppError('identifier_taken');
    }
  }
  throw new AppError('try_again');
}
