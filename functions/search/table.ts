import { commentKey, commentStandingKey } from '#functions/discussions/reader.ts';
import { itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { listStandingKey } from '#functions/lists/reader.ts';
import { profileKey } from '#functions/people/reader.ts';
import { reviewStandingKey } from '#functions/reviews/reader.ts';
import { getRows, type Key, putRow, queryAll, type Row, scanRows } from '#functions/table/table.ts';
import { tagStandingKey } from '#functions/tags/reader.ts';
import { newId } from '#shared/ids.ts';
import type { Searched } from '#shared/search/schema.ts';

/**
 * A line in the log of what can be found otherwise than before: the names (`items:AAAAAAAAAAAA`) of what changed; that
 * everything has to be gathered anew (`remake`), or was (`made`).
 */
export type SearchLogRow = Row & { type: 'searchLog'; names?: string[]; remake?: true; made?: true; ttl: number };

/** How long the log goes back: whoever is further behind begins with what was gathered last. */
export const logHours = 48;

/** Of a day, so that no partition grows for ever. */
const logPartition = (day: string) => `SEARCH#${day}`;

async function writeLog(said: Pick<SearchLogRow, 'names' | 'remake' | 'made'>, at: Date): Promise<void> {
  const time = at.toISOString();
  await putRow({
    pk: logPartition(time.slice(0, 10)),
    sk: `${time}#${newId()}`,
    type: 'searchLog',
    ...said,
    ttl: Math.ceil(at.getTime() / 1000) + logHours * 3600,
  });
}

/** Notes what changed, at the moment it is written. One write unit for about fifty names. */
export async function noteChanged(names: readonly string[]): Promise<void> {
  await writeLog({ names: [...names] }, new Date());
}

/** Notes that everything has to be gathered anew, at the next run of the job. */
export const noteRemake = () => writeLog({ remake: true }, new Date());

/** Notes that everything was gathered anew, so that whoever goes by the log begins again with that. */
export const noteMade = () => writeLog({ made: true }, new Date());

/** The log from a moment on, in its order. One request a day of it. */
export async function logSince(since: Date, now: Date): Promise<SearchLogRow[]> {
  const from = since.toISOString();
  const days: string[] = [];
  for (let day = Date.parse(from.slice(0, 10)); day <= now.getTime() + 60_000; day += 86_400_000)
    days.push(new Date(day).toISOString().slice(0, 10));
  const pages = await Promise.all(days.map((day) => queryAll<SearchLogRow>({ pk: logPartition(day), from })));
  return pages.flat();
}

/** The rows that what can be found of a thing is made of. */
const keysOf: Record<Searched, (id: string) => Key[]> = {
  items: (id) => [itemKey(id), itemStandingKey(id)],
  reviews: (id) => [reviewStandingKey(id)],
  questions: (id) => [commentKey(id), commentStandingKey(id)],
  tags: (id) => [tagStandingKey(id)],
  lists: (id) => [listStandingKey(id)],
  people: (id) => [profileKey(id)],
};

/** What a name stands for. A tag may have a colon in it. */
export function partsOfName(name: string): { what: Searched; id: string } {
  const end = name.indexOf(':');
  return { what: name.slice(0, end) as Searched, id: name.slice(end + 1) };
}

const rowsOfName = (name: string) => {
  const { what, id } = partsOfName(name);
  return keysOf[what](id);
};

/** The rows that these are made of, with every write before seen; by keyText. A read unit each for 4 KB. */
export const rowsOfNames = (names: readonly string[]) => getRows(names.flatMap(rowsOfName), { strong: true });

/** The keys of a thing's fact and of what the projector knows of it; only one of both for all but items and questions. */
export function keysOfName(name: string): { first: Key; last: Key } {
  const keys = rowsOfName(name);
  return { first: keys[0] as Key, last: keys.at(-1) as Key };
}

/** What is shown of these: what the projector knows of them, of people their profile; by keyText. Half a read unit each. */
export const shownRows = (names: readonly string[]) => getRows(names.map((name) => keysOfName(name).last));

/** Every row of the table, a page at a time. */
export const allRows = scanRows;
