import { shelfNumbers } from '#functions/saves/reader.ts';
import { ownRatings } from '#functions/votes/reader.ts';
import { monthLists, tagLists } from '#shared/saves/rules.ts';
import { addToMonth, kindsRead, kindYearOf, mostUsed, noMonths, readingsListed } from '#shared/years/rules.ts';
import type { FinishedReading, PersonYear } from '#shared/years/schema.ts';
import type { PagesCard } from './projection.ts';
import { goalFrom } from './reader.ts';
import {
  entriesOfYear,
  goalsOf,
  isOfPages,
  privateYearsPartition,
  publicYearsPartition,
  yearsAround,
} from './table.ts';

/** How many months of saving are looked through for years: the last fifty years. */
const monthsSeen = 600;

/** Whose numbers are asked for: all of them by their owner, or what anybody may see. */
type Whose = { personId: string; handle: string; year: string; all: boolean };

/**
 * A person's year, in one round trip of parallel requests. Half a read unit for each 4 KB of: what was finished (some 300 bytes
 * each), the saves' tags of all years (100 bytes each), the person's votes and ratings (25 bytes each); and 3 to 6 more.
 */
export async function yearOf({ personId, handle, year, all }: Whose): Promise<PersonYear> {
  const lists = [publicYearsPartition, ...(all ? [privateYearsPartition] : [])].map((list) => list(personId));
  const [entries, around, months, tags, ratings, goals] = await Promise.all([
    Promise.all(lists.map((pk) => entriesOfYear(pk, year))),
    Promise.all(lists.map((pk) => yearsAround(pk, year))),
    shelfNumbers(personId, { begins: monthLists }, undefined, { limit: monthsSeen, descending: true }),
    shelfNumbers(personId, { begins: tagLists }, undefined),
    ownRatings(personId),
    goalsOf(personId, year, kindsRead),
  ]);
  const { readings, pages } = read(entries.flatMap(({ rows }) => rows));
  for (const reading of readings) {
    const rating = ratings.get(reading.item.id);
    if (rating !== undefined) reading.rating = rating;
  }
  const saves = noMonths();
  const saved = new Map(
    months.rows.map((row) => [row.sk.slice(monthLists.length), all ? row.public + row.private : row.public]),
  );
  for (const [month, count] of saved) if (month.startsWith(year)) addToMonth(saves, month, count);
  const savedIn = [...saved].filter(([, count]) => count > 0).map(([month]) => month.slice(0, 4));
  const shown = goals.map((row) => [row.kind, goalFrom(row)] as const).filter(([, goal]) => all || !goal.private);
  const here = readings.length > 0 || pages.size > 0 || shown.length > 0 ? [year] : [];
  return {
    handle,
    year,
    kinds: kindsRead.map((kind) =>
      kindYearOf(kind, readings, { goal: new Map(shown).get(kind), pages: pages.get(kind) }),
    ),
    readings: readings.slice(0, readingsListed),
    more: readings.length > readingsListed,
    atLeast: entries.some(({ last }) => last !== undefined),
    saves,
    tags:
      tags.last === undefined
        ? mostUsed(
            tags.rows.map(({ sk, years, privateYears }) => ({
              tag: sk.slice(tagLists.length),
              count: (years?.[year] ?? 0) + (all ? (privateYears?.[year] ?? 0) : 0),
            })),
          )
        : null,
    years: [...new Set([...savedIn, ...around.flat(), ...here])].sort().reverse(),
  };
}

/** What was finished, the last first, and the pages read by kind, from the entries of a year. */
function read(rows: readonly { sk: string; card: string }[]) {
  const readings: { sk: string; reading: FinishedReading }[] = [];
  const pages = new Map<string, number[]>();
  for (const { sk, card } of rows) {
    if (!isOfPages(sk)) {
      readings.push({ sk, reading: JSON.parse(card) as FinishedReading });
      continue;
    }
    const { kind, months } = JSON.parse(card) as PagesCard;
    const sums = pages.get(kind) ?? noMonths();
    pages.set(kind, sums);
    for (const [month, count] of Object.entries(months)) addToMonth(sums, month, count);
  }
  return { readings: readings.sort((a, b) => (a.sk < b.sk ? 1 : -1)).map(({ reading }) => reading), pages };
}
