import { type Key, keyText, type Row } from '#functions/table/table.ts';

/** Looks at every row of the table, in no order, and says in the end which facts do not fit each other. */
export type Check = { add(row: Row): void; differences(): string[] };

/** Rows that stand for others: to each that is called for, and where `exactly`, none besides. */
export class Counterparts {
  readonly #called = new Set<string>();
  readonly #found = new Set<string>();
  readonly #exactly: boolean;

  constructor({ exactly = true }: { exactly?: boolean } = {}) {
    this.#exactly = exactly;
  }

  call(key: Key): void {
    this.#called.add(keyText(key));
  }

  find(row: Row): void {
    this.#found.add(keyText(row));
  }

  /** What is missing and what stands for nothing. */
  differences(what: string): string[] {
    const missing = [...this.#called].filter((name) => !this.#found.has(name));
    const left = this.#exactly ? [...this.#found].filter((name) => !this.#called.has(name)) : [];
    return [
      ...missing.map((name) => `${shown(name)}: ${what} is missing`),
      ...left.map((name) => `${shown(name)}: ${what} stands for nothing`),
    ];
  }
}

/** The name of a row in one line. */
export const shown = (name: string) => name.replace('\n', ' / ');

/** Which of the numbers from 1 on are missing, and which are there beyond. */
export function gapsIn(numbers: ReadonlySet<number>, last: number): { missing: number[]; beyond: number[] } {
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((n) => !numbers.has(n));
  return { missing, beyond: [...numbers].filter((n) => n > last) };
}

/** The entry of a map, made where there is none. */
export function entryOf<K, V>(map: Map<K, V>, key: K, made: () => V): V {
  const found = map.get(key) ?? made();
  map.set(key, found);
  return found;
}
