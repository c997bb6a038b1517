import { ownerOf } from '#functions/people/reader.ts';
import type { Entry } from '#functions/projections/change.ts';
import { isSaved, saveFrom } from '#functions/saves/reader.ts';
import type { Row } from '#functions/table/table.ts';
import { isFinished, pagesByMonth, readingDays } from '#shared/saves/readings.ts';
import type { FinishedReading } from '#shared/years/schema.ts';
import { finishedKey, pagesKey, privateYearsPartition, publicYearsPartition } from './table.ts';

/** What a year's page reads of a save: each reading that went to its end, and for each year the pages read. */
export type PagesCard = { kind: string; months: Record<string, number> };

/** Where a save stands in its owner's years. */
export function yearEntries(row: Row): Entry[] {
  if (!isSaved(row) || !row.readings) return [];
  const pk = (row.private ? privateYearsPartition : publicYearsPartition)(ownerOf(row));
  const { item, readings } = saveFrom(row);
  const finished = readings.flatMap((reading, number): Entry[] => {
    if (!isFinished(reading)) return [];
    const days = readingDays(reading);
    const card: FinishedReading = {
      item,
      ...(reading.started ? { started: reading.started } : {}),
      finished: reading.finished,
      ...(days === undefined ? {} : { days }),
      ...(row.private ? { private: true } : {}),
    };
    const sk = finishedKey(reading.finished, row.itemId, number);
    return [{ pk, sk, type: 'entry', card: JSON.stringify(card) }];
  });
  const years = new Map<string, Record<string, number>>();
  for (const [month, pages] of [...pagesByMonth(readings)].sort()) {
    const year = month.slice(0, 4);
    years.set(year, { ...years.get(year), [month]: pages });
  }
  const pages = [...years].map(([year, months]): Entry => {
    const card: PagesCard = { kind: item.kind, months };
    return { pk, sk: pagesKey(year, row.itemId), type: 'entry', card: JSON.stringify(card) };
  });
  return [...finished, ...pages];
}
