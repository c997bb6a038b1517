import type { Handler } from '#functions/http/handler.ts';
import { AppError } from '#shared/app-error.ts';
import { commitRevision } from './commit.ts';
import { attributed, changesOf, stateAt } from './drafts.ts';
import { takenBack } from './reverted.ts';

export const revertItem: Handler<'revertItem'> = async ({ params: { itemId, n }, body: { summary } }, context) =>
  commitRevision(itemId, context, async (item, personId) => {
    if (n > item.revision) throw new AppError('revision_not_found');
    const [then, is] = await Promise.all([stateAt(item, n), stateAt(item, item.revision)]);
    const draft = changesOf(item, { fields: then.fields, text: then.text.text }, is.text, [attributed(then.text)]);
    if (!draft) return undefined;
    const reverted = await takenBack(itemId, n + 1, item.revision, personId);
    return { draft, making: { did: 'reverted', summary: summary || `Back to revision ${n}`, base: n, reverted } };
  });
