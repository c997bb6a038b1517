import { moveBans } from '#functions/moderation/reader.ts';
import { noteRemake } from '#functions/search/reader.ts';
import { keyText, type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { newId } from '#shared/ids.ts';
import { isDeadLetter } from './dead-letter.ts';
import { isProjection, listingsOf, Recount } from './recount.ts';
import { standings as definitions } from './registry.ts';

export type Rebuild = { facts: number; rows: number; unfit: string[] };

/**
 * Throws every projection away and writes it anew from the facts. Nothing may be written meanwhile, nor be on its way
 * through the stream: it would count twice. Dead letters go with what they left uncounted. Facts stay as they are, but for
 * the bans of a table from before these lay in 64 rows, which move there.
 */
export async function rebuild(now = new Date()): Promise<Rebuild> {
  await moveBans(now);
  const recount = new Recount(now);
  const versions = new Map<string, number>();
  const stale = new Map<string, Row>();
  const deadLetters: Row[] = [];
  let facts = 0;
  for await (const page of scanRows()) {
    for (const row of page) {
      if (isDeadLetter(row)) {
        deadLetters.push(row);
      } else if (isProjection(row)) {
        stale.set(keyText(row), row);
        if (typeof row.version === 'number') versions.set(keyText(row), row.version);
      } else if (row.type !== 'checkpoint' && row.type !== 'searchLog' && row.type !== 'searchDocument') {
        facts++;
        recount.add(row);
      }
    }
  }
  const standings = recount.standings();
  const listings = new Map([...recount.entries, ...listingsOf(standings.values(), now, recount.leaveOut)]);
  for (const name of [...standings.keys(), ...listings.keys()]) stale.delete(name);
  await writeRows([...stale.values()].filter(({ type }) => type === 'entry').map((row) => ({ delete: row })));
  // The mark tells the projector, which sees these writes too, that they are counted everywhere already.
  const rebuilt = newId();
  const emptied = [...stale]
    .filter(([, { type }]) => type !== 'entry')
    .map(([name, row]) => [name, emptyRow(row)] as const);
  await writeRows(
    [...standings, ...emptied].map(([name, row]) => ({
      put: { ...row, version: (versions.get(name) ?? 0) + 1, rebuilt },
    })),
  );
  await writeRows([...listings.values()].map((row) => ({ put: row })));
  // What was set aside is counted now, or is unfit for good.
  await writeRows(deadLetters.map((row) => ({ delete: row })));
  await noteRemake();
  return { facts, rows: standings.size + listings.size, unfit: recount.unfit };
}

/** An aggregate that no fact supports any more, as it began. */
function emptyRow({ pk, sk, type }: Row): Row {
  const definition = Object.values(definitions).find((candidate) => candidate.type === type);
  return { pk, sk, type, ...definition?.empty() };
}
