import { AppError } from '#shared/app-error.ts';
import {
  commonplaceColumns,
  commonplaceFile,
  type ExportedSave,
  exportedSave,
  stages,
} from '#shared/imports/commonplace.ts';
import { readTable } from './csv-table.ts';
import { wholeNumber } from './goodreads.ts';
import { given, type ImportedSave } from './imported-save.ts';
import { type JsonObject, objectOf } from './json.ts';
import { atMostRows } from './limits.ts';
import { takeShelves } from './shelves.ts';
import { takeAddress } from './written-address.ts';
import { takeTags } from './written-tags.ts';
import { oneLine, quoted, severalLines, takeTitle } from './written-text.ts';
import { dayOf, takeTime } from './written-times.ts';

/** Reads our own export. A save that does not say that it is public is private. @throws import_unreadable, import_too_long */
export function readCommonplace(file: unknown): ImportedSave[] {
  const read = commonplaceFile.safeParse(file);
  if (!read.success) throw new AppError('import_unreadable', 'The file is of a version that is not known here');
  atMostRows(read.data.saves.length);
  return read.data.saves.map((save, index) => take(save, index + 1));
}

/** Reads the same as a table, such as the report of an import writes for rows to be corrected. */
export function readCommonplaceCsv(text: string): ImportedSave[] {
  const rows = readTable(text, {
    of: 'this site',
    names: commonplaceColumns,
    needed: ['url', 'title', 'private', 'privateNote'],
  });
  return rows.map((cells, index) => take(savedCells(cells), index + 1));
}

function take(written: unknown, row: number): ImportedSave {
  const { save: read, problems } = checked(objectOf(written));
  const {
    url,
    book,
    item,
    tags: labels = [],
    shelves: names = [],
    readings = [],
    at,
    note,
    privateNote,
    ...save
  } = read;
  const about = item
    ? { item }
    : book
      ? { book: { ...book, title: book.title, authors: book.authors ?? [] } }
      : takeAddress(url ?? '');
  const titled = takeTitle(
    save.title || (book?.title ?? String(item?.fields.title ?? item?.fields.name ?? '')),
    url ?? '',
  );
  const time = takeTime(at);
  const tags = takeTags(labels);
  const shelves = takeShelves(names);
  return {
    ...save,
    row,
    title: titled.title,
    ...about,
    ...given('at', time.at),
    private: save.private ?? true,
    ...given('note', severalLines(note ?? '')),
    ...given('privateNote', severalLines(privateNote ?? '')),
    tags: tags.tags,
    ...(shelves.shelves.length > 0 ? { shelves: shelves.shelves } : {}),
    ...(readings.length > 0 ? { readings } : {}),
    problems: [...problems, ...titled.problems, ...time.problems, ...tags.problems, ...shelves.problems],
  };
}

/** A save without what is wrong in it, and what that is: one wrong date is no reason to leave out the rest. */
function checked(written: JsonObject): { save: ExportedSave; problems: string[] } {
  const read = exportedSave.safeParse(written);
  if (read.success) return { save: read.data, problems: [] };
  const wrong = new Map(read.error.issues.map(({ path, message }) => [String(path[0]), message]));
  const rest = Object.fromEntries(Object.entries(written).filter(([key]) => !wrong.has(key)));
  return {
    save: exportedSave.parse(rest),
    problems: [...wrong].map(([key, message]) => `${key} is left out: ${message}`),
  };
}

type Cells = Partial<Record<(typeof commonplaceColumns)[number], string>>;

/** A row of the table as the save that it was written from; what is no such value is left for the schema to refuse. */
function savedCells(cells: Cells): ExportedSave | Record<string, unknown> {
  const text = (column: keyof Cells) => given(column, cells[column] || undefined);
  const list = (column: keyof Cells) =>
    (cells[column] ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  const number = (column: keyof Cells) => given(column, wholeNumber(cells[column]));
  const identified = { ...text('isbn'), ...text('openLibrary'), ...number('gutenberg'), ...number('goodreads') };
  const isBook = !cells.url && !cells.kind && (Object.keys(identified).length > 0 || Boolean(cells.authors));
  return {
    title: cells.title ?? '',
    ...text('url'),
    ...(isBook ? { book: { title: cells.title, authors: list('authors'), ...identified, ...number('year') } } : {}),
    ...(cells.kind ? { item: { kind: cells.kind.trim(), fields: fieldsOf(cells.fields ?? '') } } : {}),
    ...text('description'),
    ...text('at'),
    private: !/^(no|false|0)$/i.test(oneLine(cells.private)),
    ...text('note'),
    ...text('privateNote'),
    tags: list('tags'),
    ...given(
      'stage',
      stages.find((stage) => stage === oneLine(cells.stage).toLowerCase()),
    ),
    ...text('shelf'),
    shelves: list('shelves'),
    readings: list('readings').map(readingOf),
    ...given('rating', ratingOf(cells.rating)),
    ...text('text'),
    ...given('experiencedOn', cells.experiencedOn ? (dayOf(cells.experiencedOn) ?? cells.experiencedOn) : undefined),
  };
}

function fieldsOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return quoted(json);
  }
}

function readingOf(cell: string): unknown {
  const [days = '', stopped] = cell.split(/\s+/);
  const [started, finished = ''] = days.split('/');
  return {
    ...given('started', started ? (dayOf(started) ?? started) : undefined),
    ...given('finished', finished ? (dayOf(finished) ?? finished) : undefined),
    ...(stopped === 'stopped' ? { stopped: true } : {}),
  };
}

/** A rating with a point or a comma; what is none stays, to be told. */
function ratingOf(cell: string | undefined): number | string | undefined {
  const written = oneLine(cell).replace(',', '.');
  return written === '' ? undefined : Number.isNaN(Number(written)) ? written : Number(written);
}
