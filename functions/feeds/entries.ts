import { kinds } from '#shared/items/kinds/registry.ts';
import type { Card } from '#shared/items/schema.ts';
import type { List, ListCard, ListEntry } from '#shared/lists/schema.ts';
import { withoutSpoilers } from '#shared/pages/rules.ts';
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
  const { id, rating, text, more, by, at, editedAt, licence } = review;
  const path = `/r/${id}`;
  const stars = `${rating} of 5 stars`;
  return {
    path,
    title: item ? `${item.title}: ${stars}` : `${stars} by ${by === null ? 'a former member' : `@${by}`}`,
    html: htmlOf(
      paragraph(stars, item && [' for ', link(origin + itemPath(item.id), item.title)], ' by ', byHandle(origin, by)),
      text && markdown(text, origin),
      more && paragraph(link(origin + path, 'Read the whole review')),
    ),
    by,
    at,
    editedAt,
    licence,
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
