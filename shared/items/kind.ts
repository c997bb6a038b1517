import type * as z from 'zod/mini';

/** One field of a kind's form, in the order it is asked for. */
export type FormField = {
  name: string;
  label: string;
  hint?: string;
  input: 'text' | 'prose' | 'url' | 'number' | 'list' | 'position';
  required?: boolean;
  /** Paste this first: the page looks for the item that has it already. */
  identifies?: boolean;
};

/** An aspect that people may rate beside the whole: stable key, label. */
export type Aspect = { key: string; label: string };

/** What a shelf says about a person and an item: imports from elsewhere and yearly goals go by it. */
export type Stage = 'wanted' | 'current' | 'finished' | 'stopped';
/** A shelf that excludes the kind's others: stable key, label. */
export type Shelf = { key: string; label: string; stage: Stage };
/** What the time is called that a person spends with an item, `pages` where it is counted in them, and a year's goal. */
export type ReadingWords = { one: string; many: string; pages: boolean; goal: string };
/** What an address alone says of an item. */
export type Addressed = { url: string; title: string; description?: string };

/** What catalogues of books say of one, as far as it is known. */
export type Catalogued = {
  title: string;
  authors: string[];
  year?: number;
  isbn?: string;
  openLibrary?: string;
  gutenberg?: number;
  goodreads?: number;
};

/**
 * A kind of item, as data. A new kind is one file in `kinds/`, one card in the front end
 * and a line in each of the two registries.
 */
export type Kind<Fields = Record<string, unknown>> = {
  kind: string;
  label: string;
  plural: string;
  schema: z.ZodMiniType<Fields>;
  form: readonly FormField[];
  aspects: readonly Aspect[];
  shelves: readonly Shelf[];
  /** Absent where nobody counts how often. */
  readings?: ReadingWords;
  /** What it is called on cards and pages; one line. */
  title(fields: Fields): string;
  /** The line under the title: authors, address, host. May be empty. */
  byline(fields: Fields): string;
  /** Cover or favicon address, where one was given. */
  picture(fields: Fields): string | undefined;
  /** Names that make two submissions the same item, each `scheme:value` in normal form. */
  identifiers(fields: Fields): string[];
  /** Normal forms that free input (a pasted address, a number) may stand for; empty if none. */
  recognise(input: string): string[];
  /** An address elsewhere that stands for it, of which `recognise` makes one of its identifiers; undefined where it has none. */
  address(fields: Fields): string | undefined;
  /** Only where catalogues of books have such items. */
  catalogued?(fields: Fields): Catalogued;
  /** The fields of an item known by its address alone; the one kind that has this takes any address. */
  fromAddress?(address: Addressed): Fields;
  /** schema.org type and properties beyond `name`. */
  jsonLd(fields: Fields): Record<string, unknown>;
};
