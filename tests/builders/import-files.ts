import type { ImportFormat } from '#shared/imports/schema.ts';
import { bookmarksFile } from './bookmarks-file.ts';
import { placeFiles } from './place-files.ts';

/** A small file of each format, how many rows it has and how many of them are refused, and what the page says it is. */
type ImportFile = {
  format: ImportFormat;
  name: string;
  said: string;
  text: string;
  rows: number;
  refused: number;
  /** A file that somebody exported, where such are at hand. */
  sample?: string;
};

const url = (format: string, n: number) => `https://${format}.example.org/${n}`;
const json = (value: unknown) => JSON.stringify(value, null, 2);

export const importFiles: readonly ImportFile[] = [
  {
    format: 'netscape',
    name: 'bookmarks.html',
    said: 'bookmarks as browsers and bookmarking sites write them',
    text: bookmarksFile([
      { url: url('netscape', 1), title: 'One', tags: ['web'], at: 1_600_000_000 },
      { url: url('netscape', 2), title: 'Two', note: 'A note' },
      { url: 'place:sort=8', title: 'Most visited' },
    ]),
    rows: 3,
    refused: 1,
    sample: 'shaarli/firefox_nested.htm',
  },
  {
    format: 'pinboard',
    name: 'pinboard_export',
    said: 'bookmarks from Pinboard',
    text: json([
      { href: url('pinboard', 1), description: 'One', extended: 'Said', shared: 'yes', toread: 'no', tags: 'web slow' },
      { href: url('pinboard', 2), description: 'Two', shared: 'no', toread: 'yes', tags: '' },
    ]),
    rows: 2,
    refused: 0,
    sample: 'wallabag/pinboard_export',
  },
  {
    format: 'delicious',
    name: 'delicious.json',
    said: 'bookmarks from Delicious',
    text: json([{ url: url('delicious', 1), title: 'One', tags: ['web'], created: '1358531607', private: '0' }]),
    rows: 1,
    refused: 0,
    sample: 'wallabag/delicious_export.2021.02.06_21.10.json',
  },
  {
    format: 'pocket-html',
    name: 'ril_export.html',
    said: 'a list from Pocket',
    text: `<title>Pocket Export</title><h1>Unread</h1><ul><li><a href="${url('pocket', 1)}" time_added="1688628695" tags="web">One</a></li></ul><h1>Read Archive</h1><ul><li><a href="${url('pocket', 2)}" time_added="1688628695">Two</a></li></ul>`,
    rows: 2,
    refused: 0,
    sample: 'wallabag/ril_export.html',
  },
  {
    format: 'pocket-csv',
    name: 'pocket.csv',
    said: 'a list from Pocket',
    text: `title,url,time_added,tags,status\nThree,${url('pocket', 3)},1600322788,a|b,unread\n`,
    rows: 1,
    refused: 0,
    sample: 'wallabag/pocket.csv',
  },
  {
    format: 'instapaper',
    name: 'instapaper-export.csv',
    said: 'a list from Instapaper',
    text: `URL,Title,Selection,Folder\n${url('instapaper', 1)},One,,Unread\n${url('instapaper', 2)},Two,Marked,Starred\n`,
    rows: 2,
    refused: 0,
    sample: 'wallabag/instapaper-export.csv',
  },
  {
    format: 'chrome',
    name: 'Bookmarks',
    said: 'bookmarks from Chrome or a relative of it',
    text: json({
      roots: {
        bookmark_bar: {
          type: 'folder',
          name: 'Bar',
          children: [
            { type: 'url', name: 'One', url: url('chrome', 1), date_added: '13118850929335823' },
            { type: 'url', name: 'Settings', url: 'chrome://settings' },
          ],
        },
      },
    }),
    rows: 2,
    refused: 1,
    sample: 'wallabag/chrome-bookmarks',
  },
  {
    format: 'firefox',
    name: 'bookmarks.json',
    said: 'bookmarks from Firefox',
    text: json({
      type: 'text/x-moz-place-container',
      root: 'placesRoot',
      children: [{ type: 'text/x-moz-place', title: 'One', uri: url('firefox', 1), dateAdded: 1388166091644000 }],
    }),
    rows: 1,
    refused: 0,
    sample: 'wallabag/firefox-bookmarks.json',
  },
  {
    format: 'goodreads',
    name: 'goodreads_library_export.csv',
    said: 'a library from Goodreads',
    text: 'Book Id,Title,Author,My Rating,My Review,Exclusive Shelf,Date Read\n901,One,A. Writer,4,Good.,read,2020/05/06\n902,Two,A. Writer,0,,to-read,\n,Three,A. Writer,0,,to-read,\n',
    rows: 3,
    refused: 1,
  },
  {
    format: 'storygraph',
    name: 'storygraph.csv',
    said: 'a library from StoryGraph',
    text: 'Title,Authors,ISBN/UID,Read Status,Star Rating,Dates Read\nFour,A. Writer,9780195374612,read,4.25,2021/01/05-2021/01/09\nFive,A. Writer,9.78E+12,to-read,,\n',
    rows: 2,
    refused: 1,
  },
  {
    format: 'neodb',
    name: 'book_mark.csv',
    said: 'a collection from NeoDB',
    text: `title,info,links,timestamp,status,rating,comment,tags\nSix,isbn:9780141439518,${url('neodb', 1)},2023-01-02T03:04:05+00:00,complete,7,Fine,web\nA film,imdb:tt1,${url('neodb', 2)} ${url('films', 2)},2023-01-02T03:04:05+00:00,wishlist,,,\n`,
    rows: 2,
    refused: 0,
  },
  {
    format: 'commonplace',
    name: 'commonplace.json',
    said: 'an export from a site like this one',
    text: json({
      format: 'commonplace',
      version: 1,
      saves: [
        { title: 'One', url: url('commonplace', 1), private: false, tags: ['web'] },
        {
          title: 'A place',
          item: { kind: 'place', fields: { name: 'A place', position: { latitude: 1, longitude: 2 } } },
        },
      ],
    }),
    rows: 2,
    refused: 0,
  },
  {
    format: 'commonplace-csv',
    name: 'table.csv',
    said: 'a table as this site writes it',
    text: `url,title,private,privateNote,tags\n${url('table', 1)},One,no,,web; slow\n`,
    rows: 1,
    refused: 0,
  },
  { format: 'geojson', name: 'map.geojson', said: 'places as GeoJSON', text: placeFiles.geojson, rows: 3, refused: 0 },
];
