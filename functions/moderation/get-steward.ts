import type { Handler } from '#functions/http/handler.ts';
import { stewardRow } from './steward/table.ts';

export const getSteward: Handler<'getSteward'> = async () => {
  const row = await stewardRow();
  return { steward: row?.handle ? { handle: row.handle, since: row.since } : null };
};
