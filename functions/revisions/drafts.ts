import { describe } from '#functions/items/describe.ts';
import type { ItemRow } from '#functions/items/reader.ts';
import { requireReadableHours } from '#functions/places/hours/reader.ts';
import { AppError, type FieldProblem } from '#shared/app-error.ts';
import type { Attributed } from '#shared/revisions/authorship.ts';
import { linesOf } from '#shared/revisions/lines.ts';
import { isSame, mergeFields, mergeTexts } from '#shared/revisions/merge.ts';
import { fieldsAt, noText, type StoredText, textAt } from './table.ts';

/** What somebody changed, from a revision that they saw: the fields whole, the text where it changes. */
export type Wanted = { fields?: Record<string, unknown>; text?: string; base: number };

/** What a new revision of an item comes to. */
export type Draft = {
  /** The fields with all that follows from them, where they change. */
  described?: ReturnType<typeof describe>;
  /** The text, where it changes, what stood before, and where lines may come back from. */
  text?: { now: string; before: StoredText; sources: Attributed[] };
  merged: boolean;
};

type State = { fields: Record<string, unknown>; text: StoredText };

/** What an item was at a revision, with every write before seen. @throws revision_removed where that was removed */
export async function stateAt(item: ItemRow, n: number): Promise<State> {
  const strong = { strong: true };
  const isLatest = n === item.revision;
  const [fields, text] = await Promise.all([
    isLatest ? undefined : fieldsAt(item.id, n, strong),
    item.textOf === undefined ? noText : textAt(item.id, isLatest ? undefined : n, strong),
  ]);
  if (fields?.removed !== undefined || (text.removed !== undefined && !isLatest))
    throw new AppError('revision_removed');
  return { fields: fields?.fields ?? item.fields, text };
}

/**
 * What a change comes to on an item as it is now: merged with what others changed since its base; nothing where all of it
 * is there already.
 * @throws edit_conflict naming what both changed, revision_removed, invalid_input
 */
export async function draftOf(item: ItemRow, { fields, text, base }: Wanted): Promise<Draft | undefined> {
  const mine = fields && describe(item.kind, fields);
  // What stood there before is nobody's fault now.
  if (mine && mine.fields.hours !== item.fields.hours) await requireReadableHours(mine);
  if (base > item.revision) throw new AppError('edit_conflict', 'There is no such revision yet');
  if (base === item.revision) {
    const before = text === undefined || item.textOf === undefined ? noText : (await stateAt(item, base)).text;
    return changesOf(item, { fields: mine?.fields ?? item.fields, text: text ?? before.text }, before, []);
  }
  const [was, is] = await Promise.all([stateAt(item, base), stateAt(item, item.revision)]);
  const fieldsNow = mergeFields(was.fields, mine?.fields ?? was.fields, is.fields);
  const textNow = mergeTexts(was.text.text, text ?? was.text.text, is.text.text);
  const problems: FieldProblem[] = fieldsNow.conflicts.map((name) => ({
    path: `body.fields.${name}`,
    message: 'was changed by somebody else, too',
  }));
  if (!('text' in textNow)) {
    const message = textNow.tooLarge
      ? 'differs in too much to be merged'
      : 'was changed in the same lines by somebody else';
    problems.push({ path: 'body.text', message });
  }
  if (problems.length > 0 || !('text' in textNow)) {
    // Which revision stands against it: its page shows both.
    problems.push({ path: 'latest', message: String(item.revision) });
    throw new AppError('edit_conflict', undefined, problems);
  }
  const draft = changesOf(item, { fields: fieldsNow.fields, text: textNow.text }, is.text, []);
  return draft && { ...draft, merged: true };
}

/** What there is to write so that an item becomes this; nothing where it is. */
export function changesOf(
  item: ItemRow,
  { fields, text }: { fields: Record<string, unknown>; text: string },
  before: StoredText,
  sources: Attributed[],
): Draft | undefined {
  const newFields = !isSame(fields, item.fields);
  const newText = text !== before.text;
  if (!newFields && !newText) return undefined;
  return {
    ...(newFields ? { described: describe(item.kind, fields) } : {}),
    ...(newText ? { text: { now: text, before, sources } } : {}),
    merged: false,
  };
}

/** A stored text by lines. */
export const attributed = ({ text, runs }: StoredText): Attributed => ({ lines: linesOf(text), runs });
