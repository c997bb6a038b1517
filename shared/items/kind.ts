import type * as z from 'zod/mini';
import type { Party } from '../reviews/schema.ts';
import type { sourceLicences } from './licences.ts';

/** What may be chosen, under a heading where several lists stand in one. */
export type Option = { value: string | number; label: string; group?: string };

/** One field of a kind's form, in the order it is asked for. */
export type FormField = {
  name: string;
  label: string;
  hint?: string;
  /** `choice` is one of the options, `choices` any of them; `one-area` is the id of an area, `areas` up to five, the widest first. */
  input: 'text' | 'prose' | 'url' | 'number' | 'list' | 'position' | 'choice' | 'choices' | 'one-area' | 'areas';
  options?: readonly Option[];
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
/**
 * What the time is called that a person spends with an item, `pages` where it is counted in them, a year's goal, and what
 * one says who was done with it on the same day (`here`) where that is how it goes, and what is said of those who did.
 */
export type ReadingWords = {
  one: string;
  many: string;
  pages: boolean;
  goal: string;
  here?: { press: string; said: string };
};
/** What an address alone says of an item. */
export type Addressed = { url: string; title: string; description?: string };

/** Where on the earth something is (degrees), as what, in which areas (ids of items, wide to narrow), and what maps can filter it by. */
export type Where = {
  latitude: number;
  longitude: number;
  category?: string;
  areas?: string[];
  price?: number;
  amenities?: string[];
  /** As `hours` of the kind. */
  hours?: string;
};

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
  /** True where its text is what it is: asked for when it is added, and shown first. */
  written?: boolean;
  form: readonly FormField[];
  /** What fields are called that no form asks for. */
  labels?: Readonly<Record<string, string>>;
  aspects: readonly Aspect[];
  /** Aspects that take the place of these where a field has some value. */
  aspectsBy?: { field: string; of: Readonly<Record<string, readonly Aspect[]>> };
  /** What reviews call the day on which somebody had to do with it: `visited`, as in “When you visited it”. Absent where no day matters. */
  experienced?: string;
  /** With whom one may have been there; absent where that says nothing. */
  parties?: readonly Party[];
  /** True where who adds an item has made it: a review of one’s own does not count. */
  addedByMaker?: true;
  shelves: readonly Shelf[];
  /** Absent where nobody counts how often. */
  readings?: ReadingWords;
  /** What it is called on cards and pages; one line. */
  title(fields: Fields): string;
  /** The line under the title: authors, address, host. May be empty. */
  byline(fields: Fields): string;
  /** Cover or favicon address, where one was given. */
  picture(fields: Fields): string | undefined;
  /** When it is open, in the syntax of OpenStreetMap's `opening_hours`; only where the kind has such. Checked when it is written. */
  hours?(fields: Fields): string | undefined;
  /** Names that make two submissions the same item, each `scheme:value` in normal form. */
  identifiers(fields: Fields): string[];
  /** Names that it may have where another source puts it a little elsewhere: looked for before one is added from a file. */
  nearby?(fields: Fields): string[];
  /** The licence of the source that something with these fields was taken from where a file brings it; undefined where it is a person's own. */
  sourceLicence?(fields: Fields): (typeof sourceLicences)[number] | undefined;
  /** Normal forms that free input (a pasted address, a number) may stand for; empty if none. */
  recognise(input: string): string[];
  /** An address elsewhere that stands for it, of which `recognise` makes one of its identifiers; undefined where it has none. */
  address(fields: Fields): string | undefined;
  /** What it is as the subject of a review that is shared with others: an `https:`, `geo:` or `urn:isbn:` address; undefined where it is none. */
  subject?(fields: Fields): string | undefined;
  /** The address of its own website, whose host its owner may show to be theirs; only where a kind has one. */
  site?(fields: Fields): string | undefined;
  /** Only of what stands somewhere on the earth. */
  where?(fields: Fields): Where;
  /** True of what contains places: they are ranked within it, and it is listed in others, but ranked nowhere itself. */
  area?: true;
  /** Only where catalogues of books have such items. */
  catalogued?(fields: Fields): Catalogued;
  /** The fields of an item known by its address alone; the one kind that has this takes any address. */
  fromAddress?(address: Addressed): Fields;
  /** schema.org type and properties beyond `name`. */
  jsonLd(fields: Fields): Record<string, unknown>;
};
