import type { Handler } from '#functions/http/handler.ts';
import { commitRevision } from './commit.ts';
import { draftOf } from './drafts.ts';

export const reviseItem: Handler<'reviseItem'> = async ({ params, body }, context) =>
  commitRevision(params.itemId, context, async (item) => {
    const { fields, text, base, summary, minor } = body;
    const draft = await draftOf(item, { fields, base, ...(text === undefined ? {} : { text }) });
    return draft && { draft, making: { did: 'edited', summary, minor, base } };
  });
