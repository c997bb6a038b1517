import type { Handler } from '#functions/http/handler.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { changesList, changesStretch } from './changes/table.ts';

const pageSize = 50;

export const listChanges: Handler<'listChanges'> = async ({ query }, { now }) => {
  const { kind, tag, newcomers, minor, unreviewed, cursor } = query;
  const filter = {
    kind,
    tag,
    newcomers: newcomers !== undefined,
    minorHidden: minor !== undefined,
    unreviewed: unreviewed !== undefined,
  };
  const list = changesList(filter);
  const { rows, last } = await changesStretch(filter, now, readCursor(list, cursor), pageSize + 1);
  return writtenPage(list, rows, pageSize, last);
};
