import { readTable } from './csv-table.ts';
import { isbnOf, ratingOf, takeAuthors } from './goodreads.ts';
import { given, type ImportedReading, type ImportedSave } from './imported-save.ts';
import { reviewMarkdown } from './review-markdown.ts';
import { takeShelf, takeShelves } from './shelves.ts';
import { takeTags } from './written-tags.ts';
import { oneLine, quoted } from './written-text.ts';
import { dayOf, noonOf } from './written-times.ts';

const columns = [
  'Title',
  'Authors',
  'ISBN/UID',
  'Read Status',
  'Date Added',
  'Last Date Read',
  'Dates Read',
  'Moods',
  'Star Rating',
  'Review',
  'Tags',
  'Owned?',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;

/** Reads a StoryGraph export. Moods are tags. @throws import_unreadable, import_too_long */
export function readStoryGraph(text: string): ImportedSave[] {
  const needed = ['Title', 'ISBN/UID', 'Read Status'] as const;
  return readTable(text, { of: 'StoryGraph', names: columns, needed }).map((record, index) =>
    readRow(record, index + 1),
  );
}

function readRow(record: Row, row: number): ImportedSave {
  const title = oneLine(record.Title);
  const status = takeShelf(record['Read Status'] ?? '');
  const owned = takeShelves(/^yes$/i.test(oneLine(record['Owned?'])) ? ['owned'] : []);
  const shelves = [...status.shelves, ...owned.shelves];
  const tags = takeTags([...(record.Tags ?? '').split(','), ...(record.Moods ?? '').split(',')]);
  const rating = halves(ratingOf(record['Star Rating']));
  const { readings, problems } = readingsOf(record);
  if (status.stage === 'stopped' && readings.length > 0) readings.push({ ...readings.pop(), stopped: true });
  const ended = readings.map(({ finished }) => finished).filter((day) => day !== undefined);
  return {
    row,
    title,
    book: {
      title,
      authors: takeAuthors((record.Authors ?? '').split(',')),
      ...given('isbn', isbnOf(record['ISBN/UID'])),
    },
    ...given('at', noonOf(dayOf(record['Date Added']))),
    tags: tags.tags,
    ...given('stage', status.stage),
    ...(shelves.length > 0 ? { shelves } : {}),
    ...(readings.length > 0 ? { readings } : {}),
    ...given('rating', rating.rating),
    text: reviewMarkdown(record.Review ?? ''),
    ...given('experiencedOn', ended.toSorted().at(-1)),
    problems: [...status.problems, ...tags.problems, ...rating.problems, ...problems],
  };
}

/** Quarters of a star as the next half, upwards from the middle. */
function halves(rating: number | undefined): { rating?: number; problems: string[] } {
  if (rating === undefined || Number.isInteger(rating * 2)) return { ...given('rating', rating), problems: [] };
  const rounded = Math.round(rating * 2) / 2;
  return { rating: rounded, problems: [`${rating} stars are kept as ${rounded}: ratings here are in halves`] };
}

const oneDay = String.raw`\d{4}[/-]\d{1,2}[/-]\d{1,2}`;
const span = new RegExp(`^(${oneDay})?\\s*[-–]\\s*(${oneDay})?$`);

/** `2021/01/05-2021/01/09, 2022/03/01`, or the last day alone where no dates are written. */
function readingsOf(record: Row): { readings: ImportedReading[]; problems: string[] } {
  const written = (record['Dates Read'] || record['Last Date Read'] || '').split(',').slice(0, 200);
  const readings: ImportedReading[] = [];
  const problems: string[] = [];
  for (const text of written.map(oneLine)) {
    if (text === '' || text === '-') continue;
    const [, from, to] = span.exec(text) ?? [];
    const started = dayOf(from);
    const finished = dayOf(from || to ? to : text);
    if (started || finished) readings.push({ ...given('started', started), ...given('finished', finished) });
    else problems.push(`The dates of reading ${quoted(text)} cannot be read`);
  }
  return { readings: readings.slice(0, maxReadings), problems: problems.slice(0, 3) };
}

const maxReadings = 50;
