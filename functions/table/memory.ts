import { environment } from '#functions/runtime/environment.ts';

type Kept<T> = { answer: T; until: number };
type Bounds = { most?: number; milliseconds?: number };

/**
 * What an instance keeps of rows that hardly ever change, so that a warm one need not ask for them: at most `most`
 * answers, the oldest goes first, each for `milliseconds`. A refusal is never kept.
 */
export class Memory<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #most: number;
  readonly #milliseconds: number;

  constructor({ most = 5000, milliseconds = 300_000 }: Bounds = {}) {
    this.#most = most;
    this.#milliseconds = milliseconds;
  }

  /** The answer kept under this name, or else what `ask` says. */
  async recall(id: string, ask: () => Promise<T>): Promise<T> {
    // Tests have a table each.
    const name = `${environment.tableName} ${id}`;
    const found = this.#kept.get(name);
    if (found && found.until > Date.now()) return found.answer;
    const answer = await ask();
    this.#kept.delete(name);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size < this.#most) break;
      this.#kept.delete(oldest);
    }
    this.#kept.set(name, { answer, until: Date.now() + this.#milliseconds });
    return answer;
  }

  /** Forgets the answer under this name, where this instance changed what it says. */
  forget(id: string): void {
    this.#kept.delete(`${environment.tableName} ${id}`);
  }
}
