import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { mergeFields, mergeTexts } from '#shared/revisions/merge.ts';
import { commitRevision } from './commit.ts';
import { attributed, changesOf, stateAt } from './drafts.ts';
import { takenBack } from './reverted.ts';

export const undoRevision: Handler<'undoRevision'> = async ({ params: { itemId, n }, body: { summary } }, context) =>
  commitRevision(itemId, context, async (item, personId) => {
    // The first has nothing before it to go back to.
    if (n > item.revision || n === 1) throw new AppError('revision_not_found');
    const [reverted, then, before, is] = await Promise.all([
      takenBack(itemId, n, n, personId),
      stateAt(item, n),
      stateAt(item, n - 1),
      stateAt(item, item.revision),
    ]);
    const fields = mergeFields(then.fields, is.fields, before.fields);
    const text = mergeTexts(then.text.text, is.text.text, before.text.text);
    const problems = fields.conflicts.map((name) => ({ path: `fields.${name}`, message: 'was changed again since' }));
    if (!('text' in text)) problems.push({ path: 'text', message: 'was changed again in the same lines since' });
    if (problems.length > 0 || !('text' in text)) throw new AppError('undo_conflict', undefined, problems);
    const draft = changesOf(item, { fields: fields.fields, text: text.text }, is.text, [attributed(before.text)]);
    return (
      draft && {
        draft,
        making: { did: 'undone', summary: summary || `Revision ${n} undone`, base: item.revision, reverted },
      }
    );
  });
