import { type Key, keyText, type Row } from '#functions/table/table.ts';
import type { Contribution, Entry } from './change.ts';
import { emptyStanding, foldInto, standingKeyOf } from './fold.ts';
import { contributionsOf, entriesOf, standings } from './registry.ts';

const standingTypes = new Set<unknown>(Object.values(standings).map(({ type }) => type));

/** Whether a row can be thrown away and recounted from facts. */
export function isProjection(row: Row): boolean {
  return standingTypes.has(row.type) || row.type === 'entry';
}

/** Everything the projector should have written, had it seen these facts and nothing else: rows by keyText. */
export class Recount {
  readonly #standings = new Map<string, { row: Row; before: Row }>();

  /** Counts a fact in. */
  add(fact: Row): void {
    for (const contribution of contributionsOf({ before: undefined, after: fact })) this.#fold(contribution);
  }

  #fold(contribution: Contribution): void {
    const key: Key = standingKeyOf(contribution);
    const name = keyText(key);
    let found = this.#standings.get(name);
    if (!found) {
      const row: Row = { ...emptyStanding(contribution), ...key, type: standings[contribution.standing].type };
      found = { row, before: structuredClone(row) };
      this.#standings.set(name, found);
    }
    foldInto(found.row, contribution);
  }

  /** The aggregates, with those that follow from other aggregates. Call it once, after every fact. */
  standings(): Map<string, Row> {
    for (const { row } of [...this.#standings.values()]) {
      for (const contribution of contributionsOf({ before: undefined, after: row })) this.#fold(contribution);
    }
    return new Map([...this.#standings].map(([name, { row }]) => [name, row]));
  }
}

/** The rows that list these aggregates at a moment. */
export function listingsOf(rows: Iterable<Row>, now: Date): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const row of rows) for (const entry of entriesOf(row, now)) found.set(keyText(entry), entry);
  return found;
}
