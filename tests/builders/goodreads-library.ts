import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { columnSets, goodreadsFile } from '#tests/unit/imports/goodreads-file.ts';

type Library = { text: string; rows: number; withNotes: (note: (row: number) => string) => string };

/** A real export where test data lies at hand, or else a library of our own with the oddities that real ones have. */
export function goodreadsLibrary(): Library {
  const directory = process.env.COMMONPLACE_DATA;
  const text = directory ? readFileSync(`${directory}/goodreads/goodreads_library_export.csv`, 'utf8') : ownLibrary();
  const records = parse<Record<string, string>>(text, { bom: true, columns: true, relax_column_count: true });
  return {
    text,
    rows: records.length,
    withNotes: (note) =>
      goodreadsFile(records.map((record, index) => ({ ...record, 'Private Notes': note(index + 1) }))),
  };
}

const shelved = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    'Book Id': String(5000 + index),
    Title: `Shelved ${index + 1}`,
    'Exclusive Shelf': index % 2 === 0 ? 'to-read' : 'abandoned-for-now',
    'Date Added': '2021/02/03',
    ...(index % 3 === 0 ? { 'My Rating': String((index % 5) + 1), 'Date Read': '2021/04/05' } : {}),
  }));

function ownLibrary(): string {
  return goodreadsFile(
    [
      { Title: 'Meditations', 'My Rating': '5', 'My Review': 'Short,<br/>calm and "<b>useful</b>"' },
      { Title: 'Rated by number', ISBN: '="0141439513"', ISBN13: '="9780141439518"', 'My Rating': '4' },
      { Title: 'مقدمة ابن خلدون', 'Author l-f': 'خلدون, ابن', 'My Rating': '5', 'Original Publication Year': '1377' },
      { Title: 'The Republic', 'Original Publication Year': '-380', 'My Rating': '3', 'Date Read': '2019/12/31' },
      { Title: 'Roger Ackroyd', 'My Rating': '4', 'My Review': 'Oh. <spoiler>It was him.</spoiler>' },
      { Title: 'A spoiler throughout', 'My Rating': '2', 'My Review': 'He dies.', Spoiler: 'true' },
      { Title: 'Linked', 'My Rating': '4', 'My Review': 'See <a href="https://example.org/x">this</a>.' },
      { Title: 'Words without stars', 'My Review': 'Not rated, but read.' },
      { Title: 'Kept by a spreadsheet', ISBN13: '9.78E+12', 'My Rating': '3' },
      { Title: 'The same title', 'My Rating': '3' },
      { Title: 'The same title', 'My Rating': '4' },
      { 'Book Id': '1000', Title: 'Meditations, once more', 'My Rating': '1' },
      { 'Book Id': '', Title: 'Neither number nor ISBN', 'My Rating': '3' },
      { Title: '', 'My Rating': '3' },
      { Title: '=HYPERLINK("https://example.org")', 'My Rating': '1' },
      ...shelved(120),
    ],
    { columns: columnSets[24], lineEnd: '\r\n', bom: true },
  );
}
