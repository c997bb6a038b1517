import { daysAtMost } from '#shared/dumps/rules.ts';
import type { DumpManifest } from '#shared/dumps/schema.ts';
import { dumpLicence } from './licence.ts';

/** The README that lies in a dump's folder. */
export function dumpReadme({ name, from, at, software, rows }: DumpManifest): string {
  return `Commonplace: the public dump ${name}

Everything public of this site, as it stood between ${from} and ${at}
(made by ${software.name} ${software.version}, ${software.licence}). It is removed after four weeks, ${daysAtMost} days at the
latest: whoever publishes a copy should do the same, since people withdraw what they wrote.

Files are gzip; inside, each line is one JSON object (NDJSON, UTF-8), in no order. A type that is large comes in
several files, numbered from 0001. manifest.json lists every file with its rows, bytes and SHA-256; the exact shape
of each line is shared/dumps/schema.ts of the software.

people    ${String(rows.people).padStart(9)}  handle, day of joining, what the person gave in numbers
items     ${String(rows.items).padStart(9)}  id, kind, fields, title, byline, identifiers, licence, by, at, revision,
                     counts (up, down, net, upMinutes, ratings: ten counts from half a star to five, reviews),
                     aspects (ratings and their sum), held (what does not count yet, by rule)
tags      ${String(rows.tags).padStart(9)}  itemId, tag, count: how many people put it there; up to 50 of an item
reviews   ${String(rows.reviews).padStart(9)}  id, itemId, rating (0.5 to 5), text (Markdown), aspects, experiencedOn, licence, by,
                     at, editedAt, revision, held (why it does not count yet), marks (useful, funny, cool)
wordings  ${String(rows.wordings).padStart(9)}  reviewId, revision, rating, text, at: what a review said before it was edited
saves     ${String(rows.saves).padStart(9)}  itemId, by, at, editedAt, shelf, shelves, note, tags, readings: public saves alone
lists     ${String(rows.lists).padStart(9)}  id, title, description (Markdown), mode (closed or open), licence, by, at, revision,
                     counts (entries, voters)
listEntries ${String(rows.listEntries).padStart(7)}  listId, itemId, title, note, at; on closed lists position (text, in the order of the
                     list); on open ones by, points (the sum of 101 - place over all ballots), voters

Not in it: who voted what and who put which tag on without saving, private saves and notes, e-mail addresses, imports and their reports, anything private.

${dumpLicence}

  for file in items-*.ndjson.gz; do gunzip -c "$file"; done | jq -r .title
`;
}
