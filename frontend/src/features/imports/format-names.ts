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
  geojson: 'places as GeoJSON',
  overpass: 'places from OpenStreetMap (Overpass)',
  'osm-xml': 'places from OpenStreetMap (XML)',
  'commonplace-csv': 'a table as this site writes it',
  mangrove: 'reviews from Mangrove',
};

export const openStreetMapLicence =
  'What OpenStreetMap collected stays under its own licence, the ODbL, and says so here: © OpenStreetMap contributors.';
