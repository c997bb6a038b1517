import type { CommentLine } from '#shared/discussions/schema.ts';
import { commentPage, nounOf } from '#shared/discussions/threads.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Card } from '#shared/items/schema.ts';
import type { List, ListCard, ListEntry } from '#shared/lists/schema.ts';
import { foldWords } from '#shared/moderation/folds.ts';
import type { Act } from '#shared/moderation/schema.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
import { changeLabels } from '#shared/proposals/labels.ts';
import type { ProposalCard } from '#shared/proposals/schema.ts';
import type { Review } from '#shared/reviews/schema.ts';
import type { SaveCard } from '#shared/saves/schema.ts';
import { htmlOf, link, markdown, paragraph, picture } from './content.ts';
import type { Entry } from './feed.ts';

const itemPath = (itemId: string) => `/i/${itemId}`;
const byHandle = (origin: string, handle: string | null) =>
  handle === null ? 'a former member' : link(`${origin}/@${handle}`, `@${handle}`);

/** An item of a listing. Its counts are left out: each vote would make a feed of it that nobody has read. */
export function cardEntry({ id, kind, title, byline, picture: src, at, by, tags }: Card, origin: string): Entry {
  const tagged = tags.flatMap((tag) => [', ', link(`${origin}/t/${encodeURIComponent(tag)}`, tag)]).slice(1);
  return {
    path: itemPath(id),
    title,
    html: htmlOf(
      picture(src),
      byline && paragraph(byline),
      paragraph(
        kinds[kind].label,
        tagged.length > 0 && [': ', ...tagged],
        by !== null && [' · added by ', byHandle(origin, by)],
      ),
    ),
    by,
    at,
    tags,
    picture: src,
  };
}

/** A review; named by its item, where that is not what the whole list is about. */
export function reviewEntry(review: Review, origin: string, item?: { id: string; title: string }): Entry {
  const { id, rating, text, more, by, at, editedAt, licence, folded } = review;
  const path = `/r/${id}`;
  const stars = `${rating} of 5 stars`;
  return {
    path,
    title: item ? `${item.title}: ${stars}` : `${stars} by ${by === null ? 'a former member' : `@${by}`}`,
    html: htmlOf(
      paragraph(stars, item && [' for ', link(origin + itemPath(item.id), item.title)], ' by ', byHandle(origin, by)),
      // Behind a line, as on its page.
      folded && paragraph('Folded: ', link(origin + path, foldWords(folded))),
      !folded && text && markdown(text, origin),
      !folded && more && paragraph(link(origin + path, 'Read the whole review')),
    ),
    by,
    at,
    editedAt,
    licence,
  };
}

const saidAs = { comment: 'on', question: 'asks about', answer: 'answers about', tip: 'gives a tip on' } as const;

/** What somebody said, named by what it is about. */
export function commentEntry(line: CommentLine, origin: string): Entry {
  const { about, text, more, by, at } = line;
  const path = commentPage(line.what, line);
  const said = saidAs[nounOf(line.what, line)];
  return {
    path,
    title: `${by === null ? 'A former member' : `@${by}`} ${said} ${about.title}`,
    html: htmlOf(
      paragraph(byHandle(origin, by), ` ${said} `, link(origin + about.href, about.title)),
      markdown(text, origin),
      more && paragraph(link(origin + path, 'Read the whole comment')),
    ),
    by,
    at,
  };
}

const deeds: Record<Act['did'], string> = {
  folded: 'Folded',
  unfolded: 'Unfolded',
  removed: 'Text removed',
  banned: 'Banned',
  unbanned: 'Ban lifted',
  appointed: 'Made steward',
};

/** An act of moderation. The votes on it are left out: each would make a feed of it that nobody has read. */
export function actEntry({ id, did, about, at, by, rule, words, flags }: Act, origin: string): Entry {
  const title = `${deeds[did]}: ${about.title}`;
  return {
    path: `/moderation/${id}`,
    title,
    html: htmlOf(
      paragraph(`${deeds[did]}: `, about.href ? link(origin + about.href, about.title) : about.title),
      paragraph(rule ? `By rule: ${rule}` : ['By ', byHandle(origin, by)]),
      flags && paragraph(Object.entries(flags.reasons).map(([reason, count]) => `${reason} (${count}) `)),
      words && paragraph(words),
    ),
    by,
    at,
  };
}

/** What somebody saved, as lists show it. */
export function saveEntry(
  { item, by, at, shelf, shelves = [], note, more, tags = [] }: SaveCard,
  origin: string,
): Entry {
  const { label, shelves: kindShelves } = kinds[item.kind];
  const on = [kindShelves.find(({ key }) => key === shelf)?.label, ...shelves].filter((name) => name !== undefined);
  return {
    path: itemPath(item.id),
    mark: `saved-by-${by}`,
    title: item.title,
    html: htmlOf(
      picture(item.picture),
      item.byline && paragraph(item.byline),
      paragraph(`${label} · saved by `, byHandle(origin, by), on.length > 0 && ` · ${on.join(', ')}`),
      // A mark that was cut off from its other one would show what it hides.
      note && markdown(more ? withoutSpoilers(note) : note, origin),
    ),
    by,
    at,
    tags,
    picture: item.picture,
  };
}

/** A list that somebody made, among others. */
export function listEntryOf({ id, title, about, by, at }: ListCard, origin: string): Entry {
  const html = htmlOf(paragraph('A list by ', byHandle(origin, by)), about && paragraph(about));
  return { path: `/l/${id}`, title, html, by, at };
}

/** What stands on a list, without its votes. Lists do not say when it was put there: it has the day of the list. */
export function listedEntry(entry: ListEntry, list: Pick<List, 'id' | 'by' | 'at'>, origin: string): Entry {
  const { itemId, kind, title, byline, note, more, at = list.at } = entry;
  const by = entry.by === undefined ? list.by : entry.by;
  return {
    path: itemPath(itemId),
    mark: `on-${list.id}`,
    title,
    html: htmlOf(
      picture(entry.picture),
      byline && paragraph(byline),
      paragraph(`${kinds[kind].label} · put here by `, byHandle(origin, by)),
      note && markdown(more ? withoutSpoilers(note) : note, origin),
    ),
    by,
    at,
    picture: entry.picture,
  };
}

/** Something proposed, without its votes and what became of it: a feed tells it once. */
export function proposalEntry({ id, what, title, href, reason, by, at, folded }: ProposalCard, origin: string): Entry {
  return {
    path: `/proposals/${id}`,
    title,
    html: htmlOf(
      paragraph(`${changeLabels[what].one}: `, link(origin + href, title), ', proposed by ', byHandle(origin, by)),
      reason && !folded && paragraph(reason),
    ),
    by,
    at,
  };
}

type Contribution = { at: string; item: Pick<Card, 'id' | 'kind' | 'title'>; review?: Review | undefined };

/** Something a person added or reviewed. */
export function contributionEntry({ at, item, review }: Contribution, origin: string, handle: string): Entry {
  if (review) return reviewEntry(review, origin, item);
  const added = `Added the ${kinds[item.kind].label.toLowerCase()}`;
  return {
    path: itemPath(item.id),
    title: `${added} ${item.title}`,
    html: htmlOf(paragraph(`${added} `, link(origin + itemPath(item.id), item.title))),
    by: handle,
    at,
  };
}
