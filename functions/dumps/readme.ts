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
several files, numbered from 0001. places are GeoJSON in place of lines: each file is a FeatureCollection.
manifest.json lists every file with its rows, bytes and SHA-256; the exact shape of each line is shared/dumps/schema.ts
of the software.

people    ${String(rows.people).padStart(9)}  handle, day of joining, what the person gave in numbers
items     ${String(rows.items).padStart(9)}  id, kind, fields, title, byline, identifiers, licence, attribution, by, at, revision,
                     counts (up, down, net, upMinutes, ratings: ten counts from half a star to five, reviews),
                     aspects (ratings, their sum and that of their squares), held (what does not count yet, by rule)
places    ${String(rows.places).padStart(9)}  the items that stand somewhere as GeoJSON, with what OpenStreetMap calls their fields, tags, ratings,
                     stars, licence, attribution, by
tags      ${String(rows.tags).padStart(9)}  itemId, tag, count: how many people put it there; up to 50 of an item
reviews   ${String(rows.reviews).padStart(9)}  id, itemId, rating (0.5 to 5), text (Markdown), aspects, experiencedOn, party, licence, by,
                     at, editedAt, revision, held (why it does not count yet), marks (useful, funny, cool)
wordings  ${String(rows.wordings).padStart(9)}  reviewId, revision, rating, text, at: what a review said before it was edited
saves     ${String(rows.saves).padStart(9)}  itemId, by, at, editedAt, shelf, shelves, note, tags, readings: public saves alone
lists     ${String(rows.lists).padStart(9)}  id, title, description (Markdown), mode (closed or open), licence, by, at, revision,
                     counts (entries, voters)
listEntries ${String(rows.listEntries).padStart(7)}  listId, itemId, title, note, at; on closed lists position (text, in the order of the
                     list); on open ones by, points (the sum of 101 - place over all ballots), voters
comments  ${String(rows.comments).padStart(9)}  id, what and target (what it is about), parent, text (Markdown), licence, by, at, editedAt,
                     revision, withdrawn, counts (up, down)
commentWordings ${String(rows.commentWordings).padStart(3)}  commentId, revision, text, at: what a comment said before it was edited
revisions ${String(rows.revisions).padStart(9)}  itemId, n, at, by, summary, minor, licence, did, base, proposal, size, fieldsOf, textOf (which
                     revisionFields and revisionTexts it has), reverted, removed; none of items that nobody changed
revisionFields ${String(rows.revisionFields).padStart(4)}  itemId, n, fields
revisionTexts ${String(rows.revisionTexts).padStart(5)}  itemId, n, text (Markdown), links (what stands between [[ ]], and the item it led to)
proposals ${String(rows.proposals).padStart(9)}  id, change, about, reason (Markdown), licence, at, by, version, state, what it takes to pass and
                     what became of it; removed, where its words were by law: then it has none, nor have its versions and votes
proposalVersions ${String(rows.proposalVersions).padStart(2)}  proposalId, version, at, reason, change (whole)
proposalVotes ${String(rows.proposalVotes).padStart(5)}  proposalId, vote, version, reason, at, by
blockVotes ${String(rows.blockVotes).padStart(8)}  proposalId, block (whose), vote, at, by
synonyms  ${String(rows.synonyms).padStart(9)}  tag, other, at, proposal: that a tag is the better name of another
parameters ${String(rows.parameters).padStart(8)}  version, at, proposal, summary, parameters: of the ranking, as proposals changed them
acts      ${String(rows.acts).padStart(9)}  the log of moderation: id, did, about, what and target, at, by or rule, flags (numbers and
                     reasons), words, until, agree, disagree, needs, undone, undoes, proposal
claims    ${String(rows.claims).padStart(9)}  id, itemId, by, at, way (dns, file, consent), host, seen, missing, proposal, ended (at, why): owners
                     of items by a proven claim, and those who were
replies   ${String(rows.replies).padStart(9)}  reviewId, itemId, text (Markdown), licence, by, at, editedAt, revision: what owners say to reviews
replyWordings ${String(rows.replyWordings).padStart(5)}  reviewId, revision, text, at: what a reply said before it was edited

Of an item that was merged mergedInto says into which; one that was removed has removed (at, reason, proposal) and is without
its fields and identifiers.

What is folded (items, reviews, lists, comments, replies) says so in folded: the act, how many flags, and what most were for.

Not in it: who flagged or voted what (but on proposals, where consent has a name) and who put which tag on without saving, private saves and notes, e-mail addresses, imports and their reports, anything private.

${dumpLicence}

  for file in items-*.ndjson.gz; do gunzip -c "$file"; done | jq -r .title
`;
}
