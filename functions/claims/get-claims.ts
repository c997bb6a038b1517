import type { Handler } from '#functions/http/handler.ts';
import { requireItem } from '#functions/items/reader.ts';
import { ownerRows } from './owners/table.ts';
import { hostOf } from './site.ts';
import { pastRows } from './table.ts';
import { claimOf } from './view.ts';

export const getClaims: Handler<'getClaims'> = async ({ params }) => {
  const [item, owners, past] = await Promise.all([
    requireItem(params.itemId),
    ownerRows(params.itemId),
    pastRows(params.itemId),
  ]);
  return {
    owners: owners.map(claimOf),
    past: past.map((row) => {
      const { at, why, proposal } = row.ended;
      return { ...claimOf(row), ended: { at, why, ...(proposal === undefined ? {} : { proposal }) } };
    }),
    host: hostOf(item) ?? null,
  };
};
