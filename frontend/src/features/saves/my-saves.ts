import type { Save } from '#shared/saves/schema.ts';
import { call, type Request } from '../../client/call.ts';
import { forgetLoaded } from '../../client/loads.ts';
import { ownValues } from '../../client/own-values.ts';
import { noteOwnWrite } from '../../client/own-writes.ts';

/** A save as it is sent: all of it, since whatever is left out is taken away. Tags go along, so that none is lost. */
export function bodyOf(save: Omit<Save, 'item' | 'by' | 'at'>): Request<'saveItem'>['body'] {
  const { shelf, shelves, note, privateNote, tags, readings } = save;
  return { ...(shelf === null ? {} : { shelf }), shelves, note, privateNote, private: save.private, tags, readings };
}

/** What the server last said of each. */
const answers = new Map<string, Save | null>();

const saves = ownValues<Save | null | undefined>(undefined, async (itemId, save) => {
  const params = { itemId };
  const answer = save ? await call('saveItem', { params, body: bodyOf(save) }) : await call('unsaveItem', { params });
  answers.set(itemId, answer.save);
});

/** Takes what the server said of my save of an item; null where there is none. */
export const learnSave = saves.learn;
/** My save of an item: null where there is none, undefined while that is not known. */
export const useMySave = saves.useValue;

/** Lists of my own are asked for again once something in them changed. */
export function forgetMySaves(): void {
  for (const key of ['saves:', 'shelves', 'save-tags', 'lookup:']) forgetLoaded(`mine:${key}`);
}

const counts = (save: Save | null | undefined) => Number(Boolean(save && !save.private));

/** Shows my save of an item at once and writes it; null takes it back. `shown` is the public count. Throws where refused. */
export async function changeMySave(itemId: string, next: Save | null, shown: number): Promise<void> {
  await saves.change(itemId, next, (before, after) =>
    noteOwnWrite(`saves:${itemId}`, shown, counts(after) - counts(before)),
  );
  const answer = answers.get(itemId);
  if (answer !== undefined) saves.learn(itemId, answer, Date.now());
  forgetMySaves();
}

/**
 * Says that I was at a place on a day, or takes that back; what I keep of it follows. `before` is what I kept, `shown` the
 * public count. Throws where refused.
 */
export async function changeVisit(
  itemId: string,
  day: string,
  there: { private: boolean } | null,
  { before, shown }: { before: Save | null | undefined; shown: number },
): Promise<Save | null> {
  const params = { itemId, day };
  const { save } = there
    ? await call('checkIn', { params, body: { private: there.private } })
    : await call('removeCheckIn', { params });
  if (before === null) noteOwnWrite(`saves:${itemId}`, shown, counts(save));
  saves.learn(itemId, save, Date.now());
  forgetMySaves();
  for (const key of ['mine:year:', 'year:']) forgetLoaded(key);
  return save;
}
