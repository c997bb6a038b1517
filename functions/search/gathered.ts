import { environment } from '#functions/runtime/environment.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import { documentsOf } from './documents.ts';
import type { Snapshot } from './snapshot.ts';
import { logSince, rowsOfNames, type SearchLogRow } from './table.ts';
import { type Kept, WordIndex } from './word-index.ts';

/** Clocks differ and writes take their time: so much of the log is read again, in ms. */
const overlap = 15_000;

/** The log from a moment on, with the lines about it that may have come late. */
export const linesAbout = (moment: Date, now: Date) => logSince(new Date(moment.getTime() - overlap), now);

/** All documents with the index of their words, kept up by the log. */
export class Gathered {
  readonly documents: Map<string, SearchDocument>;
  readonly words: WordIndex;
  /** Lines of the log that are in it, by the moment they say, in ms. */
  readonly #seen = new Map<string, number>();
  #until: number;

  private constructor(documents: Map<string, SearchDocument>, words: WordIndex, until: Date, seen: readonly string[]) {
    this.documents = documents;
    this.words = words;
    this.#until = until.getTime();
    for (const sk of seen) this.#note(sk);
  }

  /** Of nothing yet, up to a moment; the log from then on is to come, but for these lines. */
  static async empty(until: Date, seen: readonly SearchLogRow[] = []): Promise<Gathered> {
    return new Gathered(
      new Map(),
      await WordIndex.of(),
      until,
      seen.map(({ sk }) => sk),
    );
  }

  static async of({ head, documents, words }: Snapshot): Promise<Gathered> {
    return new Gathered(documents, await WordIndex.of(words), new Date(head.until), head.seen);
  }

  #note(sk: string): void {
    this.#seen.set(sk, Date.parse(sk.slice(0, 24)));
  }

  /** Takes documents in that belong to it. */
  async add(documents: readonly SearchDocument[]): Promise<void> {
    await this.words.change(documents, [], this.documents);
    for (const document of documents) this.documents.set(document.key, document);
  }

  /** The lines of the log that are not in it yet. */
  async news(now: Date): Promise<SearchLogRow[]> {
    const rows = await linesAbout(new Date(this.#until), now);
    return rows.filter(({ sk }) => !this.#seen.has(sk));
  }

  /** Takes in what the log said until a moment; answers how many things that was. */
  async take(rows: readonly SearchLogRow[], now: Date): Promise<number> {
    const names = [...new Set(rows.flatMap((row) => row.names ?? []))];
    for (let at = 0; at < names.length; at += 500) {
      const some = names.slice(at, at + 500);
      const documents = await documentsOf(some, await rowsOfNames(some));
      const stay = new Set(documents.map(({ key }) => key));
      const gone = some.filter((name) => !stay.has(name));
      await this.words.change(documents, gone, this.documents);
      for (const name of gone) this.documents.delete(name);
      for (const document of documents) this.documents.set(document.key, document);
    }
    for (const { sk } of rows) this.#note(sk);
    this.#until = Math.max(this.#until, now.getTime());
    for (const [sk, moment] of this.#seen) if (moment < this.#until - 2 * overlap) this.#seen.delete(sk);
    return names.length;
  }

  /** As it is written down. */
  async kept(gathered: string): Promise<Snapshot> {
    const words: Kept = await this.words.kept();
    const head = {
      table: environment.tableName,
      published: environment.publishesSearch,
      until: new Date(this.#until).toISOString(),
      gathered,
      seen: [...this.#seen.keys()],
      documents: this.documents.size,
      bytes: 0,
    };
    return { head, documents: this.documents, words };
  }
}
