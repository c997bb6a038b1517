import type { Handler, PersonContext } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { type SaveRow, saveOf, savesAfter } from '#functions/saves/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { AppError } from '#shared/app-error.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { hasRoomFor, retagged } from '#shared/tags/rules.ts';
import { bundlesOf, storeBundle } from './bundles/table.ts';
import { crowdTagsOnEach, replaceTags } from './table.ts';

const rowsAStep = 100;
const atOnce = 10;
type Outcome = 'changed' | 'same' | 'refused';

/**
 * Every row is changed by itself, where it is as it was read: whatever step is cut off, or taken again, the rows that
 * have been changed have none of the tags any more.
 */
export const retag: Handler<'retag'> = async ({ query: { cursor }, body: { from, to } }, context) => {
  const { personId } = context.caller;
  await requireAccount(context);
  const list = `retag ${personId}`;
  const { rows, last } = await savesAfter(personId, readCursor(list, cursor), rowsAStep);
  const meant = rows.filter((row) => retagged(row.tags ?? [], from, to));
  const crowds = await crowdTagsOnEach(
    to === undefined ? [] : meant.filter((row) => !row.private).map(({ itemId }) => itemId),
  );
  const outcomes = await atMost(atOnce, meant, (row) =>
    change(row, { from, to }, crowds.get(row.itemId) ?? {}, context),
  );
  if (last === undefined) await retagBundles(personId, from, to);
  return {
    scanned: rows.length,
    changed: outcomes.filter((outcome) => outcome === 'changed').length,
    refused: meant
      .filter((_, at) => outcomes[at] === 'refused')
      .map(({ itemId, about }) => ({ itemId, title: about?.title ?? '' })),
    next: last === undefined ? null : writeCursor(list, last),
  };
};

type Wish = { from: readonly string[]; to: string | undefined };

/** One row, read again where it moved on. Tags of a private row count nowhere, so that no item is full for them. */
async function change(
  read: SaveRow,
  { from, to }: Wish,
  crowd: Record<string, number>,
  context: PersonContext,
): Promise<Outcome> {
  let row: SaveRow | undefined = read;
  for (let tries = 0; tries < 10; tries++) {
    const tags = retagged(row?.tags ?? [], from, to);
    if (!row || !tags) return 'same';
    if (to !== undefined && !row.private && !hasRoomFor(crowd, to, from)) return 'refused';
    if (await replaceTags(row, tags, isoSeconds(context.now))) return 'changed';
    row = await saveOf(context.caller.personId, row.itemId);
  }
  throw new AppError('try_again');
}

/** A person's bundles go by the same names. */
async function retagBundles(personId: string, from: readonly string[], to: string | undefined): Promise<void> {
  for (const { name, tags } of await bundlesOf(personId)) {
    const now = retagged(tags, from, to);
    if (now && (await storeBundle(personId, name, now)) === 'account') throw new AppError('account_deleted');
  }
}
