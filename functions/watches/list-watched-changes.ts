import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { hiddenFrom } from '#functions/mutes/reader.ts';
import { seenOf } from '#functions/notifications/reader.ts';
import { feedPartition, feedStretch } from '#functions/relations/feeds/table.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { thinnedPage } from '#functions/table/listing.ts';
import { watch } from './activity.ts';

const pageSize = 50;
/** A page that mutes thin out is filled from these; beyond them it is short, and leads on. */
const readAtOnce = 75;

export const listWatchedChanges: Handler<'listWatchedChanges'> = async ({ query }, { caller: { personId }, now }) => {
  const list = feedPartition('watch', personId);
  const after = readCursor(list, query.cursor);
  const [isHidden, seen, stretch] = await Promise.all([
    hiddenFrom(personId),
    seenOf(personId, 'watching'),
    feedStretch(watch, personId, now, { after, limit: readAtOnce }),
  ]);
  const page = thinnedPage(list, stretch, isHidden, pageSize);
  return new WrittenJson(`${page.slice(0, -1)},"seen":${JSON.stringify(seen)}}`);
};
