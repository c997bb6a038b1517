import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { togetherEntries } from './projection.ts';
import { type AreaStanding, areaPartition, areaRows, areaStandingKey, everyPlace, listed } from './table.ts';
import { listedTogether, united } from './united.ts';

export { areaContributions, areaEntries } from './projection.ts';
export type { AreaStanding } from './table.ts';

/** What areas add to the aggregates. */
export const areaAggregates = {
  area: {
    type: 'areaStanding',
    key: areaStandingKey,
    empty: (): AreaStanding => ({ places: 0, cells: {} }),
    entries: togetherEntries,
  },
};

const pageSize = 50;

/** The ids of the places of an area, the best first, fifty a page. @throws invalid_cursor */
export async function areaPlaceIds(areaId: string, category = everyPlace, cursor?: string) {
  const pk = areaPartition(areaId, category);
  const page = { after: readCursor(pk, cursor), limit: pageSize + 1 };
  const [own, first] = await Promise.all([listed(areaId, category, page), areaRows([areaId], [])]);
  const rows = await listedTogether((await united([areaId], [], first)).members(areaId), category, page, own.rows);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    ids: shown.map(({ card }) => (JSON.parse(card) as { id: string }).id),
    next: last ? writeCursor(pk, last.sk) : null,
  };
}

/** What counts as one with an area: itself, and all that was merged into it. One round trip, and one for each merge in a row. */
export async function areasAsOne(areaId: string): Promise<string[]> {
  return (await united([areaId], [])).members(areaId);
}
