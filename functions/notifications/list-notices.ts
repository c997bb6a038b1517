import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { hiddenFrom } from '#functions/mutes/reader.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { thinnedPage } from '#functions/table/listing.ts';
import { seenOf } from './seen/table.ts';
import { settingsOf } from './settings/table.ts';
import { noticesPartition, noticesStretch } from './table.ts';

const pageSize = 50;
/** A page that mutes and settings thin out is filled from these; beyond them it is short, and leads on. */
const readAtOnce = 75;

export const listNotices: Handler<'listNotices'> = async ({ query }, { caller: { personId }, now }) => {
  const list = noticesPartition(personId);
  const after = readCursor(list, query.cursor);
  const [isHidden, seen, settings, stretch] = await Promise.all([
    hiddenFrom(personId),
    seenOf(personId, 'notifications'),
    settingsOf(personId),
    noticesStretch(personId, now, { after, limit: readAtOnce }),
  ]);
  const page = thinnedPage(
    list,
    stretch,
    (row) => isHidden(row) || settings?.off?.includes(row.kind) === true,
    pageSize,
  );
  return new WrittenJson(`${page.slice(0, -1)},"seen":${JSON.stringify(seen)}}`);
};
