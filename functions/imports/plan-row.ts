import { describe } from '#functions/items/describe.ts';
import { type ExportedSave, exportedSave } from '#shared/imports/commonplace.ts';
import type { Visibility } from '#shared/imports/schema.ts';
import { addressedKind, type KindName, kindNames, kinds } from '#shared/items/kinds/registry.ts';
import { isToCome } from '#shared/ranking/time.ts';
import { newReview } from '#shared/reviews/schema.ts';
import { readingsKept } from '#shared/saves/rules.ts';
import { newSave, reading } from '#shared/saves/schema.ts';
import { given, type ImportedSave } from './formats/imported-save.ts';
import type { PlannedReview, PlannedRow, PlannedSave } from './planned-row.ts';

/** The most that notes hold, and the description of an item. */
const maxNote = 2000;
const maxDescription = 4000;

/** Decides what a row asks for, by the same schemas that the operations check. */
export function planRow(save: ImportedSave, visibility: Visibility, now: Date): PlannedRow {
  const { row } = save;
  const title = save.title.slice(0, 300).toWellFormed();
  const isPrivate = visibility === 'file' ? (save.private ?? false) : visibility === 'private';
  const refuse = (refused: string): PlannedRow => ({ row, title, refused, input: inputOf(save, isPrivate) });
  if (save.refused) return refuse(save.refused);

  const about = aboutOf(save);
  if ('refused' in about) return refuse(about.refused);
  const { kind } = about;
  const described = describedAs(kind, about.fields);
  if ('refused' in described) return refuse(described.refused);
  if (described.names.length === 0)
    return refuse('It has no number of a catalogue or address, so that it cannot be told from others');

  const problems = [...save.problems];
  const readings = readingsOf(save, problems);
  const wanted = newSave.safeParse({
    private: isPrivate,
    tags: save.tags,
    shelves: save.shelves ?? [],
    note: cut(save.note, 'The note', problems),
    privateNote: cut(save.privateNote, 'The private note', problems),
    readings,
    ...atOf(save.at, now, problems),
  });
  if (!wanted.success) return refuse(reasonOf(wanted.error.issues));
  const review = reviewOf(save, isPrivate, now, problems);
  const { tags = [], ...kept } = wanted.data;
  return {
    row,
    title: described.title,
    kind,
    fields: described.fields,
    save: { ...kept, tags },
    ...given('shelf', save.shelf),
    ...given('stage', save.stage),
    ...given('review', review),
    ...given('reviewOnly', save.reviewOnly),
    problems,
  };
}

type About = { kind: KindName; fields: Record<string, unknown> };

function aboutOf({ url, book, item, title, description }: ImportedSave): About | { refused: string } {
  if (item) {
    const kind = kindNames.find((name) => name === item.kind);
    return kind
      ? { kind, fields: item.fields }
      : { refused: `There is no kind of items here that is called ${item.kind}` };
  }
  if (book) return { kind: 'book', fields: book };
  const address = {
    url: url ?? '',
    title,
    ...(description ? { description: description.slice(0, maxDescription) } : {}),
  };
  return { kind: addressedKind, fields: kinds[addressedKind].fromAddress?.(address) ?? {} };
}

function describedAs(kind: KindName, fields: Record<string, unknown>) {
  const parsed = kinds[kind].schema.safeParse(fields);
  return parsed.success ? describe(kind, fields) : { refused: reasonOf(parsed.error.issues) };
}

/** What an input may hold in all, in characters: the report of a step lies in one row of the table. */
const maxInput = 30_000;

/** What a row says, as our own table writes it; of one without end, what tells it from the others. */
function inputOf(
  { row: _row, refused: _refused, problems: _problems, reviewOnly: _reviewOnly, book, ...save }: ImportedSave,
  isPrivate: boolean,
): ExportedSave {
  const { url, title } = save;
  const authors = book?.authors.map((name) => name.slice(0, 500).toWellFormed());
  const read = exportedSave.safeParse({
    ...save,
    private: isPrivate,
    ...(book ? { book: { ...book, title: book.title.slice(0, 2000).toWellFormed(), authors } } : {}),
  });
  if (read.success && JSON.stringify(read.data).length <= maxInput) return read.data;
  return { ...given('url', url?.slice(0, 2000)), title: title.slice(0, 300).toWellFormed(), private: isPrivate };
}

/** The same of a row that was planned and could not be taken after all. */
export function inputOfPlanned({ title, kind, fields, save, shelf, stage, review }: PlannedSave): ExportedSave {
  const { on: _on, ...written } = review ?? {};
  return { title, item: { kind, fields }, ...save, ...written, ...given('shelf', shelf), ...given('stage', stage) };
}

function cut(text: string | undefined, what: string, problems: string[]): string {
  if (text === undefined || text.length <= maxNote) return text ?? '';
  problems.push(`${what} is cut at ${maxNote} characters`);
  return `${text
    .slice(0, maxNote - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

function readingsOf({ readings = [] }: ImportedSave, problems: string[]) {
  const possible = readings.filter((one) => reading.safeParse(one).success);
  if (possible.length < readings.length) problems.push('Dates of reading that end before they begin are left out');
  if (possible.length > readingsKept) problems.push(`Only the last ${readingsKept} readings are kept`);
  return possible.slice(-readingsKept);
}

function atOf(at: string | undefined, now: Date, problems: string[]): { at?: string } {
  if (at === undefined || Date.parse(at) <= now.getTime()) return at === undefined ? {} : { at };
  // A row of today is dated by noon.
  if (Date.parse(at) > now.getTime() + 86_400_000) problems.push('Its date lies ahead, so it is saved as of now');
  return {};
}

function reviewOf(save: ImportedSave, isPrivate: boolean, now: Date, problems: string[]): PlannedReview | undefined {
  const { rating, text, at } = save;
  if (rating === undefined && !text) return undefined;
  if (isPrivate) {
    const what = rating === undefined ? 'review' : 'rating';
    problems.push(`Its ${what} is not posted, since reviews are public and this is private`);
    return undefined;
  }
  const experiencedOn = pastDay(save.experiencedOn, now, problems);
  const review = { ...given('rating', rating), ...given('text', text), ...given('experiencedOn', experiencedOn) };
  const read = newReview.safeParse({ rating: 5, ...review });
  if (!read.success) {
    problems.push(`Its review is not posted: ${reasonOf(read.error.issues)}`);
    return undefined;
  }
  return {
    ...review,
    ...(text === undefined ? {} : { text: read.data.text }),
    ...given('on', experiencedOn ?? at?.slice(0, 10)),
  };
}

function pastDay(day: string | undefined, now: Date, problems: string[]): string | undefined {
  if (day === undefined || !isToCome(day, now)) return day;
  problems.push('The day of its review lies ahead, so it is left out');
  return undefined;
}

function reasonOf(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return [...new Set(issues.map(({ path, message }) => `${String(path[0] ?? 'row')}: ${message}`))]
    .join('; ')
    .slice(0, 300);
}
