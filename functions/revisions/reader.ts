import { type ItemRow, itemById } from '#functions/items/reader.ts';
import type { Write } from '#functions/table/table.ts';
import { AppError } from '#shared/app-error.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { Folded } from '#shared/moderation/schema.ts';
import type { Revision } from '#shared/revisions/schema.ts';
import { partsOfRevision } from '#shared/targets.ts';
import { type RevisionRow, removalMark, removeContent, revisionKey, revisionRow } from './table.ts';

export {
  type FieldsRow,
  fieldsAt,
  furtherParts,
  isFirstPart,
  type RevisionRow,
  removeContent,
  revisedAfter,
  revisedKey,
  revisionKey,
  revisionRow,
  revisionsMade,
  type TextRow,
  textAt,
  textOfParts,
} from './table.ts';

/** A revision as the contract gives it out. */
export function revisionOf(row: RevisionRow): Revision {
  const { n, at, by, summary, minor, licence, did, base, proposal, size, delta, changed, newcomer, reverted } = row;
  return {
    n,
    at,
    by: by ?? null,
    summary: summary ?? '',
    minor,
    licence,
    did,
    base,
    ...(proposal === undefined ? {} : { proposal }),
    size,
    delta,
    changed,
    ...(newcomer ? { newcomer } : {}),
    ...(reverted ? { reverted: { from: reverted.from, to: reverted.to } } : {}),
    ...(row.patrolled ? { patrolled: { by: row.patrolled.by ?? null, at: row.patrolled.at } } : {}),
    ...(row.folded ? { folded: foldOf(row.folded) } : {}),
    ...(row.removed === undefined ? {} : { removed: row.removed }),
  };
}

/** The write that marks a revision as folded, or not any more, to stand beside what decided so. */
export function revisionFoldWrite(id: string, folded: Folded | undefined): Write {
  const { itemId, n } = partsOfRevision(id);
  return {
    update: revisionKey(itemId, n),
    set: folded ? 'SET folded = :folded' : 'REMOVE folded',
    condition: 'attribute_exists(pk)',
    ...(folded ? { values: { ':folded': foldOf(folded) } } : {}),
  };
}

/**
 * What taking away what a revision says comes to; undefined where it has no row of its own.
 * @throws nothing_to_remove where its fields are those of the item now: the log would say that they are gone
 */
export async function revisionTextRemoval(id: string, act: string) {
  const { itemId, n } = partsOfRevision(id);
  const [row, item] = await Promise.all([revisionRow(itemId, n, { strong: true }), itemById(itemId, { strong: true })]);
  if (row && row.fieldsOf === n && (item?.fieldsOf ?? 1) === n)
    throw new AppError('nothing_to_remove', 'The item still says so: edit it first, then remove this version');
  return (
    row && {
      about: { title: `Version ${n} of an item`, href: `/i/${itemId}/history/${n}` },
      authorId: row.byId,
      itemId,
      removed: row.removedBy,
      writes: [removalMark(row, act)],
      finish: () => removeContent(row, item?.title, new Date().toISOString()),
    }
  );
}

/** What an item is called above lists of what is its own. */
export const nameOf = ({ id, kind, title }: Pick<ItemRow, 'id' | 'kind' | 'title'>) => ({ id, kind, title });
