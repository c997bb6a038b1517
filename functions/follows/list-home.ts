import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { hiddenFrom } from '#functions/mutes/reader.ts';
import { feedPartition, feedStretch } from '#functions/relations/feeds/table.ts';
import { readCursor } from '#functions/table/cursor.ts';
import { thinnedPage } from '#functions/table/listing.ts';
import { follow } from './activity.ts';

const pageSize = 50;
/** A page that mutes thin out is filled from these; beyond them it is short, and leads on. */
const readAtOnce = 75;

export const listHome: Handler<'listHome'> = async ({ query }, { caller: { personId }, now }) => {
  const list = feedPartition('follow', personId);
  const after = readCursor(list, query.cursor);
  const [isHidden, { rows, last }] = await Promise.all([
    hiddenFrom(personId),
    feedStretch(follow, personId, now, { after, limit: readAtOnce }),
  ]);
  return new WrittenJson(thinnedPage(list, { rows, last }, isHidden, pageSize));
};
