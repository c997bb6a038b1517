import type { Save } from '#shared/saves/schema.ts';
import type { Goal } from '#shared/years/schema.ts';
import { type Answer, call, type Request } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad } from '../../client/loads.ts';

export type Year = Answer<'getYear'>;
type Kind = Year['kinds'][number]['kind'];
const myYear = (year: string) => `mine:year:${year}`;

/** A person's year: what is public of it, or, where it is `mine`, all. */
export function useYear(handle: string, year: string, mine: boolean) {
  return useLoad<Year>(mine ? myYear(year) : `year:${handle}:${year}`, () =>
    mine ? call('getMyYear', { params: { year } }) : call('getYear', { params: { handle, year } }),
  );
}

/** Writes a goal of mine, or takes it back; the year shows it at once. */
export async function changeGoal(year: string, kind: Kind, goal: Goal | null): Promise<void> {
  if (goal) await call('putGoal', { params: { year, kind }, body: goal });
  else await call('removeGoal', { params: { year, kind } });
  setLoaded<Year>(
    myYear(year),
    (before) => before && { ...before, kinds: before.kinds.map((one) => (one.kind === kind ? { ...one, goal } : one)) },
  );
  forgetLoaded('year:');
}

/** What follows from readings is asked for again. */
function forgetFollowing(): void {
  for (const key of ['mine:year:', 'year:', 'mine:saves:', 'mine:shelves']) forgetLoaded(key);
}

export async function noteProgress(itemId: string, day: string, body: Request<'noteProgress'>['body']): Promise<Save> {
  const { save } = await call('noteProgress', { params: { itemId, day }, body });
  forgetFollowing();
  return save;
}

export async function removeProgress(itemId: string, day: string): Promise<Save | null> {
  const { save } = await call('removeProgress', { params: { itemId, day } });
  forgetFollowing();
  return save;
}

export type Change = (save: Save) => Pick<Save, 'readings'> & Partial<Pick<Save, 'shelf'>>;

/** Changes the readings of a save as they stand on the server: another tab may have noted something meanwhile. */
export async function changeReadings(itemId: string, change: Change): Promise<Save | null> {
  const params = { itemId };
  const { save } = await call('getMySave', { params });
  if (!save) return null;
  const { shelf, shelves, note, privateNote, readings } = { ...save, ...change(save) };
  const kept = { shelves, note, privateNote, readings, private: save.private };
  const answer = await call('saveItem', { params, body: shelf === null ? kept : { ...kept, shelf } });
  forgetFollowing();
  return answer.save;
}

/** What somebody has on a shelf: the first page of it. */
export function useShelf(handle: string, kind: Kind, shelf: string, mine: boolean) {
  const query = { kind, shelf };
  return useLoad(`${mine ? 'mine:' : ''}saves:${mine ? '' : handle}:s/${kind}/${shelf}:first`, () =>
    mine ? call('listMySaves', { query }) : call('listSaves', { params: { handle }, query }),
  );
}
