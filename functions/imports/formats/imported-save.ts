/** How far somebody is with what they saved; each kind has its own shelf for it. */
export type Stage = 'wanted' | 'current' | 'finished' | 'stopped';

/** One time of reading, by calendar days. */
export type ImportedReading = { started?: string; finished?: string; stopped?: true };

/** A book as an export tells it: enough to know it from others, or not. */
export type ImportedBook = {
  title: string;
  authors: string[];
  isbn?: string;
  goodreads?: number;
  openLibrary?: string;
  gutenberg?: number;
  year?: number;
};

/** What an import takes from one record of a file, whichever its format. Absent is what the file does not say. */
export type ImportedSave = {
  /** Counts records from 1; in a table the first after the heading. */
  row: number;
  title: string;
  /** Why nothing of it can be taken; all else is then there to be corrected, `url` as it was written. */
  refused?: string;
  /** What it is about: an address, a book, or any item as our own export writes it. */
  url?: string;
  book?: ImportedBook;
  item?: { kind: string; fields: Record<string, unknown> };
  description?: string;
  /** When it was saved, ISO 8601 in UTC to seconds. */
  at?: string;
  /** As the file says; absent where its format has no word for it. */
  private?: boolean;
  note?: string;
  /** For its owner alone, whatever else is public. */
  privateNote?: string;
  /** In normal form, each once. */
  tags: string[];
  stage?: Stage;
  /** The shelf of the item's kind by its own key, where our own export says it; goes before `stage`. */
  shelf?: string;
  /** Own shelves, named as tags are. */
  shelves?: string[];
  readings?: ImportedReading[];
  /** As written, which need not be a rating that there is. */
  rating?: number;
  /** The review in our Markdown; empty for a rating alone, absent where the file does not tell of reviews. */
  text?: string;
  /** Calendar day that the review tells of. */
  experiencedOn?: string;
  /** The file tells of reviews alone: of how it is kept it has no word. */
  reviewOnly?: true;
  /** What else of the record could not be taken and what was changed, in sentences. */
  problems: string[];
};

/** `{ key: value }` where there is a value, to be spread: absent stays absent. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
