import type { Handler } from '#functions/http/handler.ts';
import { labelsOf } from '#functions/items/reader.ts';
import { personIdByHandle } from '#functions/people/reader.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { queryCards } from '#functions/table/table.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { targetText } from '#shared/targets.ts';
import { backlinksPartition } from './table.ts';

const pageSize = 50;

export const listBacklinks: Handler<'listBacklinks'> = async ({ params: { what, target }, query }) => {
  const id = what === 'people' ? await personIdByHandle(target) : what === 'tags' ? normaliseTag(target) : target;
  const pk = backlinksPartition(targetText({ what, id }));
  const { rows } = await queryCards({ pk, descending: true, after: readCursor(pk, query.cursor), limit: pageSize + 1 });
  const shown = rows
    .slice(0, pageSize)
    .map(({ sk, card }) => ({ sk, ...(JSON.parse(card) as { id: string; since: string }) }));
  const labels = await labelsOf(shown.map(({ id: itemId }) => itemId));
  const last = shown.at(-1);
  return {
    entries: shown.flatMap(({ id: itemId, since }) => {
      const label = labels.get(itemId);
      return label ? [{ ...label, since }] : [];
    }),
    next: rows.length > pageSize && last ? writeCursor(pk, last.sk) : null,
  };
};
