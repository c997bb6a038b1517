import * as z from 'zod/mini';
import { day, isNestedDeeper } from '../text.ts';
import { guardedCell } from './rules.ts';

/** How far somebody is; each kind has its own shelf for it. */
export const stages = ['wanted', 'current', 'finished', 'stopped'] as const;

const text = (max: number) => z.string().check(z.maxLength(max));
const progress = z.object({
  on: day,
  page: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
  percent: z.optional(z.number().check(z.gte(0), z.lte(100))),
});
export const exportedReading = z.object({
  started: z.optional(day),
  finished: z.optional(day),
  stopped: z.optional(z.literal(true)),
  progress: z.optional(z.array(progress).check(z.maxLength(1000))),
});

/** No kind has fields of more levels by far; the table keeps 32 of a row that is refused with what it says. */
const deepestFields = 10;

const exportedBook = z.object({
  title: text(2000),
  authors: z.optional(z.array(text(500)).check(z.maxLength(100))),
  isbn: z.optional(text(40)),
  goodreads: z.optional(z.number()),
  openLibrary: z.optional(text(40)),
  gutenberg: z.optional(z.number()),
  year: z.optional(z.number()),
});

/**
 * One save in our own file: what an import of any format takes from a record, without its place in that file. It is
 * about an `item` of any kind as its schema has it; a file written by hand may give a `url` or a `book` in its stead.
 */
export const exportedSave = z.object({
  title: z.optional(text(2000)),
  url: z.optional(text(20_000)),
  book: z.optional(exportedBook),
  item: z.optional(
    z.object({
      kind: text(40),
      fields: z
        .record(z.string(), z.unknown())
        .check(z.refine((fields) => !isNestedDeeper(fields, deepestFields), 'is nested too deeply')),
    }),
  ),
  description: z.optional(text(20_000)),
  at: z.optional(text(40)),
  /** Private unless it says false. */
  private: z.optional(z.boolean()),
  note: z.optional(text(100_000)),
  privateNote: z.optional(text(100_000)),
  tags: z.optional(z.array(text(500)).check(z.maxLength(1000))),
  stage: z.optional(z.enum(stages)),
  /** Key of the kind's own shelf; goes before `stage`. */
  shelf: z.optional(text(40)),
  shelves: z.optional(z.array(text(500)).check(z.maxLength(1000))),
  readings: z.optional(z.array(exportedReading).check(z.maxLength(200))),
  rating: z.optional(z.number()),
  text: z.optional(text(100_000)),
  experiencedOn: z.optional(day),
});
export type ExportedSave = z.infer<typeof exportedSave>;

/** Our own file, whole. Each save is checked by itself, so that one that is wrong does not keep the others away. */
export const commonplaceFile = z.object({
  format: z.literal('commonplace'),
  version: z.literal(1),
  saves: z.array(z.unknown()),
});

/** The same save as one row of a table: `kind` and `fields` (JSON) are its `item`, lists have `; ` between them. */
export const commonplaceColumns = [
  'url',
  'title',
  'authors',
  'year',
  'isbn',
  'openLibrary',
  'gutenberg',
  'goodreads',
  'kind',
  'fields',
  'description',
  'at',
  'private',
  'note',
  'privateNote',
  'tags',
  'stage',
  'shelf',
  'shelves',
  'readings',
  'rating',
  'text',
  'experiencedOn',
] as const;
export type CommonplaceColumn = (typeof commonplaceColumns)[number];

/** A save as cells by column, each guarded against being taken for a formula. */
export function commonplaceCells(save: ExportedSave): Record<CommonplaceColumn, string> {
  const { book, item } = save;
  const cells: Record<CommonplaceColumn, unknown> = {
    url: save.url,
    title: save.title ?? book?.title,
    authors: book?.authors?.join('; '),
    year: book?.year,
    isbn: book?.isbn,
    openLibrary: book?.openLibrary,
    gutenberg: book?.gutenberg,
    goodreads: book?.goodreads,
    kind: item?.kind,
    fields: item && JSON.stringify(item.fields),
    description: save.description,
    at: save.at,
    private: save.private === undefined ? undefined : save.private ? 'yes' : 'no',
    note: save.note,
    privateNote: save.privateNote,
    tags: save.tags?.join('; '),
    stage: save.stage,
    shelf: save.shelf,
    shelves: save.shelves?.join('; '),
    readings: save.readings?.map(readingCell).join('; '),
    rating: save.rating,
    text: save.text,
    experiencedOn: save.experiencedOn,
  };
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [
      column,
      typeof value === 'number' ? String(value) : guardedCell(String(value ?? '')),
    ]),
  ) as Record<CommonplaceColumn, string>;
}

/** `2021-01-05/2021-01-09`, one side empty where that day is not known, with `stopped` after it. */
const readingCell = ({ started, finished, stopped }: z.infer<typeof exportedReading>) =>
  `${started ?? ''}/${finished ?? ''}${stopped ? ' stopped' : ''}`;
