import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { hiddenFrom } from '#functions/mutes/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { thinnedPage } from '#functions/table/listing.ts';
import { inboxPartition, inboxStretch, readUntil } from './table.ts';

const pageSize = 50;
/** A page that mutes thin out is filled from these; beyond them it is short, and leads on. */
const readAtOnce = 75;

export const listInbox: Handler<'listInbox'> = async ({ query }, { caller: { personId } }) => {
  const list = inboxPartition(personId);
  const after = readCursor(list, query.cursor);
  const [isHidden, stretch, until] = await Promise.all([
    hiddenFrom(personId),
    inboxStretch(personId, { after, limit: readAtOnce }),
    readUntil(personId),
  ]);
  const page = thinnedPage(list, stretch, isHidden, pageSize);
  return new WrittenJson(`${page.slice(0, -1)},"readUntil":${JSON.stringify(until ?? null)}}`);
};
