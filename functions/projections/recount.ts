import type { ItemStanding } from '#functions/items/reader.ts';
import { isVersionInForce, standUnder, versionOf } from '#functions/ranking/reader.ts';
import { relations } from '#functions/relations/all.ts';
import { Feeds } from '#functions/relations/join.ts';
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
  /** Rows that nothing can be made of, and why. */
  readonly unfit: string[] = [];
  readonly #standings = new Map<string, { row: Row; before: Row }>();
  readonly #now: Date;
  readonly #feeds: readonly Feeds[];
  #inForce: Row | undefined;
  /** The rows that list facts at the moment of the recount, by keyText. */
  readonly entries = new Map<string, Entry>();

  constructor(now = new Date()) {
    this.#now = now;
    this.#feeds = relations.map((relation) => new Feeds(relation, now));
  }

  /** Counts a fact in. */
  add(fact: Row): void {
    this.#attempt(fact, () => {
      if (isVersionInForce(fact)) this.#inForce = fact;
      const entries = entriesOf(fact, this.#now);
      this.#foldAll(contributionsOf({ before: undefined, after: fact }));
      for (const entry of entries) this.entries.set(keyText(entry), entry);
      for (const feeds of this.#feeds) feeds.add(fact);
    });
  }

  /** All of them or, where one cannot be folded, none: so does the projector. */
  #foldAll(contributions: readonly Contribution[]): void {
    for (const contribution of contributions) foldInto(emptyStanding(contribution), contribution);
    for (const contribution of contributions) this.#fold(contribution);
  }

  /** One unfit row must not hide what became of all others. */
  #attempt(row: Row, step: () => void): void {
    try {
      step();
    } catch (error) {
      this.leaveOut(row, error);
    }
  }

  /** Notes a row that nothing can be made of. */
  leaveOut = (row: Row, error: unknown): void => {
    this.unfit.push(`${row.pk} / ${row.sk}: ${error instanceof Error ? error.message : typeof error}`);
  };

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

  /** The aggregates, with those that follow from other aggregates; the feeds join the entries. Call it once, after every fact. */
  standings(): Map<string, Row> {
    for (const feeds of this.#feeds) for (const entry of feeds.entries()) this.entries.set(keyText(entry), entry);
    // Items last: what they are counted in goes by what others, such as folded reviews, make of them.
    const isItem = ({ row }: { row: Row }) => row.type === standings.item.type;
    const all = [...this.#standings.values()];
    for (const { row } of [...all.filter((one) => !isItem(one)), ...all.filter(isItem)]) {
      this.#attempt(row, () => this.#foldAll(contributionsOf({ before: undefined, after: row })));
    }
    const inForce = versionOf(this.#inForce);
    for (const { row } of this.#standings.values())
      if (row.type === standings.item.type) standUnder(row as Row & ItemStanding, inForce);
    return new Map([...this.#standings].map(([name, { row }]) => [name, row]));
  }
}

/** The rows that list these aggregates at a moment; `unfit` is told which could not be listed. */
export function listingsOf(
  rows: Iterable<Row>,
  now: Date,
  unfit: (row: Row, error: unknown) => void = (_, error) => {
    throw error;
  },
): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const row of rows) {
    try {
      for (const entry of entriesOf(row, now)) found.set(keyText(entry), entry);
    } catch (error) {
      unfit(row, error);
    }
  }
  return found;
}
