import type { ImportFormat } from '#shared/imports/schema.ts';

/** What a file is, in a sentence's middle. */
export const formatNames: Record<ImportFormat, string> = {
  netscape: 'bookmarks as browsers and bookmarking sites write them',
  pinboard: 'bookmarks from Pinboard',
  delicious: 'bookmarks from Delicious',
  'pocket-html': 'a list from Pocket',
  'pocket-csv': 'a list from Pocket',
  instapaper: 'a list from Instapaper',
  chrome: 'bookmarks from Chrome or a relative of it',
  firefox: 'bookmarks from Firefox',
  goodreads: 'a library from Goodreads',
  storygraph: 'a library from StoryGraph',
  neodb: 'a collection from NeoDB',
  commonplace: 'an export from a site like this one',
  'commonplace-csv': 'a table as this site writes it',
};
