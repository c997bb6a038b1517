import type { ExportFormat } from '#shared/exports/schema.ts';

type File = { format: ExportFormat; name: string; file: string; holds: string; leaves: string };

/** The files that there are: for whom each is, what it holds, and what it has no place for. */
export const files: readonly File[] = [
  {
    format: 'commonplace',
    name: 'Everything, for a site like this one',
    file: 'JSON',
    holds:
      'Saves with shelves, notes, tags, dates, readings and their progress; reviews and comments with earlier wordings; votes, tags, lists, ballots, whom you follow and mute, goals, bundles.',
    leaves:
      'Nothing of yours but secrets: API tokens are named, and cannot be used from it. An import takes the saves.',
  },
  {
    format: 'netscape',
    name: 'Bookmarks for a browser',
    file: 'HTML',
    holds:
      'Every save with its title, address, tags, note and date; what is private and what is still to read is marked.',
    leaves: 'Own shelves, private notes, readings and reviews. Browsers themselves know neither tags nor private ones.',
  },
  {
    format: 'pinboard',
    name: 'Pinboard',
    file: 'JSON',
    holds:
      'Every save with its title, address, tags, note and date; what is private and what is still to read is marked.',
    leaves: 'Own shelves, private notes, readings and reviews.',
  },
  {
    format: 'goodreads',
    name: 'Goodreads',
    file: 'CSV',
    holds: 'Books you saved or reviewed: shelves, the days added and last read, stars, review and private notes.',
    leaves: 'Everything that is no book; tags, notes and earlier readings. StoryGraph and others read it too.',
  },
  {
    format: 'neodb',
    name: 'NeoDB, marks',
    file: 'CSV',
    holds: 'Every save and rating: how far you are, the grade from 1 to 10, note, tags and date.',
    leaves: 'Own shelves, private notes and readings. The words of your reviews are in the next file.',
  },
  {
    format: 'neodb-reviews',
    name: 'NeoDB, reviews',
    file: 'CSV',
    holds: 'The words of your reviews.',
    leaves: 'Ratings: those are in the file of marks.',
  },
];
