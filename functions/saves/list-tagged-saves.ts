import type { Handler } from '#functions/http/handler.ts';
import { isCursorOf, readCursor } from '#functions/table/cursor.ts';
import { writtenPage } from '#functions/table/listing.ts';
import { tagStandingKey } from '#functions/tags/reader.ts';
import { savesTagged, tagSizes } from './listings/table.ts';

const pageSize = 50;

/**
 * Read from the list of the tag that fewest items carry, so that as little as possible is passed over; the pages after the
 * first from the same list, whatever was tagged meanwhile.
 */
export const listTaggedSaves: Handler<'listTaggedSaves'> = async ({ query: { tags, cursor } }) => {
  const among = [...tags].sort();
  const listOf = (tag: string) => `${tag} of ${among}`;
  const tag = among.find((one) => cursor !== undefined && isCursorOf(listOf(one), cursor)) ?? (await rarestOf(among));
  const others = among.filter((other) => other !== tag);
  const limit = pageSize + 1;
  const { rows, last } = await savesTagged(tag, others, { after: readCursor(listOf(tag), cursor), limit });
  return writtenPage(listOf(tag), rows, pageSize, last);
};

async function rarestOf(tags: readonly string[]): Promise<string> {
  const sizes = tags.length > 1 ? await tagSizes(tags.map(tagStandingKey)) : [];
  return tags[sizes.indexOf(Math.min(...sizes))] ?? tags[0] ?? '';
}
