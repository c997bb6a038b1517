import type { Handler } from '#functions/http/handler.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { targetText } from '#shared/targets.ts';
import { aboutPartition, proposalCards } from './lists/table.ts';

const pageSize = 20;

export const listProposalsAbout: Handler<'listProposalsAbout'> = async ({ params: { what, target }, query }) => {
  const id = what === 'people' ? await personIdByHandle(target) : what === 'tags' ? normaliseTag(target) : target;
  const pk = aboutPartition(targetText({ what, id }));
  const after = readCursor(pk, query.cursor);
  const { rows } = await proposalCards(pk, { descending: true, after, limit: pageSize + 1 });
  return writtenPage(pk, rows, pageSize);
};
