/** The columns of a Goodreads export as it is written today, and those that older exports have besides. */
const columns24 = [
  'Book Id',
  'Title',
  'Author',
  'Author l-f',
  'Additional Authors',
  'ISBN',
  'ISBN13',
  'My Rating',
  'Average Rating',
  'Publisher',
  'Binding',
  'Number of Pages',
  'Year Published',
  'Original Publication Year',
  'Date Read',
  'Date Added',
  'Bookshelves',
  'Bookshelves with positions',
  'Exclusive Shelf',
  'My Review',
  'Spoiler',
  'Private Notes',
  'Read Count',
  'Owned Copies',
];
const columns27 = [...columns24.slice(0, 23), 'Recommended For', 'Recommended By', 'BCID', 'Owned Copies'];
export const columns31 = [
  ...columns24.slice(0, 23),
  'Recommended For',
  'Recommended By',
  'Owned Copies',
  'Original Purchase Date',
  'Original Purchase Location',
  'Condition',
  'Condition Description',
  'BCID',
];
export const columnSets = { 24: columns24, 27: columns27, 31: columns31 };

type Values = Record<string, string>;

const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A Goodreads library export with these rows, each on top of a plain book. */
export function goodreadsFile(
  rows: Values[],
  options: { columns?: string[]; lineEnd?: string; bom?: boolean } = {},
): string {
  const columns = options.columns ?? columns24;
  const lineEnd = options.lineEnd ?? '\n';
  const lines = rows.map((row, index) => {
    const values: Values = {
      'Book Id': String(1000 + index),
      Title: `Book ${index + 1}`,
      Author: 'A. Writer',
      'My Rating': '0',
      ...row,
    };
    return columns.map((column) => quoted(values[column] ?? '')).join(',');
  });
  return (options.bom ? '\ufeff' : '') + [columns.map(quoted).join(','), ...lines, ''].join(lineEnd);
}
