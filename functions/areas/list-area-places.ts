import type { Handler } from '#functions/http/handler.ts';
import { readCursor, writeCursor } from '#functions/table/cursor.ts';
import { rankIn, ratedIn } from '#shared/areas/rules.ts';
import type { AreaPlace } from '#shared/areas/schema.ts';
import { areaPartition, areaRows, everyPlace, listed } from './table.ts';
import { listedTogether, united } from './united.ts';

const pageSize = 50;

export const listAreaPlaces: Handler<'listAreaPlaces'> = async ({ params: { areaId }, query }) => {
  const scope = query.category ?? everyPlace;
  const pk = areaPartition(areaId, scope);
  const page = { after: readCursor(pk, query.cursor), limit: pageSize + 1 };
  const [own, first] = await Promise.all([listed(areaId, scope, page), areaRows([areaId], [scope])]);
  const areasHere = await united([areaId], [scope], first);
  const rows = await listedTogether(areasHere.members(areaId), scope, page, own.rows);
  const { places, cells } = areasHere.standing(areaId, scope);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    entries: shown.map(({ card }) => {
      const place = JSON.parse(card) as AreaPlace;
      const { score } = place;
      return {
        ...place,
        ...(score === undefined ? { rank: null, shared: 0 } : rankIn(cells, Math.round(score * 100))),
      };
    }),
    next: last ? writeCursor(pk, last.sk) : null,
    rated: ratedIn(cells),
    places,
  };
};
