import { countsOf, type ItemStanding } from '#functions/items/reader.ts';
import { type ListStanding, cardOf as listCardOf } from '#functions/lists/reader.ts';
import type { Profile } from '#functions/people/reader.ts';
import { reviewCardOf } from '#functions/reviews/cards/reader.ts';
import type { ReviewStanding } from '#functions/reviews/reader.ts';
import { keyText, type Row } from '#functions/table/table.ts';
import type { TagStanding } from '#functions/tags/reader.ts';
import type { Card } from '#shared/items/schema.ts';
import { settledNumber } from '#shared/lists/rules.ts';
import { cardCountsOf, settle, settleCounts } from '#shared/ranking/settle.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import type { Searched, SearchHit } from '#shared/search/schema.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { answersFound, questionTitle } from './documents.ts';
import { askedIn } from './questions.ts';
import { keysOfName, partsOfName, shownRows } from './table.ts';

type Shown = Pick<
  SearchHit,
  'id' | 'category' | 'price' | 'item' | 'tag' | 'person' | 'review' | 'question' | 'list'
> & {
  /** What it says now, in place of what was found: an answer may be gone. */
  said?: Pick<SearchDocument, 'title' | 'text'>;
};

/** What a hit shows, from the row that says how things stand now; undefined where it is not to be found any more. */
const showing: Record<Searched, (id: string, row: Row, rowOf: (name: string) => Row | undefined) => Shown | undefined> =
  {
    items: (id, row) => {
      const { card, folded, gone, tags = {}, where } = row as Row & ItemStanding;
      if (!card || folded || gone) return undefined;
      const { kind, title, byline, picture, at, by } = card;
      const item: Card = {
        id,
        kind,
        title,
        byline,
        ...(picture ? { picture } : {}),
        at,
        by: by ?? null,
        counts: cardCountsOf({ ...settleCounts(countsOf(row as Row & ItemStanding)), upMinutes: 0 }),
        tags: crowdTags(tags)
          .slice(0, 5)
          .map(({ tag }) => tag),
      };
      const { category, price } = where ?? {};
      return { id, ...(category ? { category } : {}), ...(price ? { price } : {}), item };
    },
    reviews: (id, row, rowOf) => {
      const standing = row as Row & ReviewStanding;
      const { review, folded } = standing;
      if (!review || folded || review.held || review.removed) return undefined;
      const about = rowOf(`items:${review.about.id}`) as (Row & ItemStanding) | undefined;
      if (about?.gone === 'removed' || about?.folded) return undefined;
      const { kind, title } = review.about;
      return { id, review: { review: reviewCardOf(review, standing), about: { id: review.about.id, kind, title } } };
    },
    questions: (id, row, rowOf) => {
      const { said } = askedIn(row) ?? {};
      if (!said) return undefined;
      const item = rowOf(`items:${said.itemId}`) as (Row & ItemStanding) | undefined;
      if (!item?.card || item.gone === 'removed' || item.folded) return undefined;
      const { what, by, owner, at, up, answers, itemId } = said;
      const about = { id: itemId, kind: item.card.kind, title: item.card.title };
      return {
        id,
        question: { what, by, ...(owner ? { owner } : {}), at, up, answers, about },
        said: { title: questionTitle(said.text), text: answersFound(said) },
      };
    },
    tags: (id, row) => {
      const { items } = row as Row & TagStanding;
      return items > 0 ? { id, tag: { tag: id, count: settle(items) } } : undefined;
    },
    lists: (id, row) => {
      const { card, folded, entries, voters } = row as Row & ListStanding;
      if (!card || folded || entries <= 0) return undefined;
      const counts = { entries: settledNumber(entries), voters: settledNumber(voters), folded };
      return { id, list: listCardOf(id, card, counts) };
    },
    people: (_, row) => {
      const { handle, at } = row as Profile;
      return handle ? { id: handle, person: { handle, joined: at?.slice(0, 10) ?? null } } : undefined;
    },
  };

/** What is shown of documents as things stand now, by key; without those that are not to be found any more. One round trip. */
export async function shownOf(documents: readonly SearchDocument[]): Promise<Map<string, Shown>> {
  const names = documents.flatMap(({ key, about }) => (about === undefined ? [key] : [key, `items:${about}`]));
  const rows = await shownRows(names);
  const rowOf = (name: string) => rows.get(keyText(keysOfName(name).last));
  return new Map(
    documents.flatMap(({ key }) => {
      const row = rowOf(key);
      const { what, id } = partsOfName(key);
      const shown = row && showing[what](id, row, rowOf);
      return shown ? [[key, shown] as const] : [];
    }),
  );
}
