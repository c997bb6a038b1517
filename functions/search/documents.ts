import { countsOf, type ItemRow, type ItemStanding } from '#functions/items/reader.ts';
import type { ListStanding } from '#functions/lists/reader.ts';
import type { Profile } from '#functions/people/reader.ts';
import { openingOfItem } from '#functions/places/reader.ts';
import type { ReviewStanding } from '#functions/reviews/reader.ts';
import { textAt } from '#functions/revisions/reader.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { keyText, type Row } from '#functions/table/table.ts';
import type { TagStanding } from '#functions/tags/reader.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import { beginningOf, wordsOf } from '#shared/lists/rules.ts';
import { scoreOf } from '#shared/ranking/scores.ts';
import { settle, settleCounts } from '#shared/ranking/settle.ts';
import type { SearchDocument } from '#shared/search/findable.ts';
import {
  attentionWeight,
  itemWeight,
  questionFound,
  starsAverage,
  tagsFound,
  textFound,
} from '#shared/search/rules.ts';
import { crowdTags } from '#shared/tags/rules.ts';
import { askedIn, questionIn } from './questions.ts';
import { keysOfName, partsOfName } from './table.ts';

const plain = (markdown: string) => beginningOf(wordsOf(markdown.slice(0, 4 * textFound)), textFound).text;

/** What of an item's fields can be asked for: what maps ask of it too, and two that kinds call the same. */
function fieldsFound({ kind, fields }: Pick<ItemRow, 'kind' | 'fields'>): Partial<SearchDocument> {
  const { latitude, longitude, category, areas, price, amenities } = kinds[kind].where?.(fields) ?? {};
  const { language, year } = fields;
  return {
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof year === 'number' ? { year } : {}),
    ...(latitude !== undefined && longitude !== undefined ? { position: { latitude, longitude } } : {}),
    ...(category ? { category } : {}),
    ...(price === undefined ? {} : { price }),
    ...(amenities?.length ? { amenities } : {}),
    ...(areas?.length ? { areas } : {}),
  };
}

/** A question as it is shown and found, on one line; and all of it where that is longer, with its answers. */
export const questionTitle = (text: string) => beginningOf(wordsOf(text), questionFound).text;
export const answersFound = ({ text, texts }: { text: string; texts: readonly string[] }) =>
  plain([...(text.length > questionFound ? [text] : []), ...texts].join('\n\n'));

type Part = Partial<SearchDocument>;
const idOf = (row: Row) => row.pk.slice(row.pk.indexOf('#') + 1);

/**
 * What a row lets be found, by its type: the name and its part of the document; `undefined` for nothing at all, as of
 * what was merged, removed, folded or is held. Only public facts are here: what is private has no type in this list.
 */
export const partOf: Record<string, (row: Row) => { name: string; part: Part | undefined } | undefined> = {
  item: (row) => {
    const { id, kind, title, byline, fields, licence, at, mergedInto, removed } = row as ItemRow;
    const name = `items:${id}`;
    if (mergedInto !== undefined || removed) return { name, part: undefined };
    const { description } = fields;
    const text = typeof description === 'string' ? plain(description) : '';
    return { name, part: { kind, title, also: byline, text, licence, at, ...fieldsFound({ kind, fields }) } };
  },
  itemStanding: (row) => {
    const name = `items:${idOf(row)}`;
    const { folded, gone, tags = {}, card, ...standing } = row as Row & ItemStanding;
    if (folded || gone) return { name, part: undefined };
    const counts = settleCounts(countsOf(standing));
    const stars = starsAverage(counts);
    return {
      name,
      part: {
        tags: crowdTags(tags)
          .slice(0, tagsFound)
          .map(({ tag }) => tag),
        weight: rounded(itemWeight(counts, card?.at ?? '')),
        best: rounded(scoreOf('best', { counts, at: card?.at ?? '' }) ?? -1),
        ...(stars === undefined ? {} : { stars }),
      },
    };
  },
  reviewStanding: (row) => {
    const name = `reviews:${idOf(row)}`;
    const { review, folded, useful } = row as Row & ReviewStanding;
    if (!review || folded || review.held || review.removed || review.text === '') return { name, part: undefined };
    const { about, rating, licence, at } = review;
    const { party } = review as { party?: unknown };
    return {
      name,
      part: {
        title: about.title,
        about: about.id,
        kind: about.kind,
        text: plain(review.text),
        stars: rating,
        licence,
        at,
        weight: rounded(attentionWeight(settle(useful))),
        best: rounded((rating / 5) * (1 - 1 / (2 + useful))),
        ...(typeof party === 'string' ? { parties: [party] } : {}),
      },
    };
  },
  comment: (row) => {
    const asked = questionIn(row);
    const { said } = asked ?? {};
    if (!asked) return undefined;
    const { text = '', title, itemId, ...rest } = said ?? {};
    const part = said && { title: questionTitle(text), also: title ?? '', about: itemId ?? '', ...rest };
    return { name: `questions:${asked.id}`, part };
  },
  commentStanding: (row) => {
    const asked = askedIn(row);
    const { said } = asked ?? {};
    const part = said && {
      text: answersFound(said),
      weight: rounded(attentionWeight(said.attention)),
      best: rounded(said.score),
    };
    return asked && { name: `questions:${asked.id}`, part };
  },
  tagStanding: (row) => {
    const tag = idOf(row);
    const { items } = row as Row & TagStanding;
    const count = settle(items);
    return {
      name: `tags:${tag}`,
      part: items > 0 ? { title: tag, weight: rounded(attentionWeight(count)), best: count } : undefined,
    };
  },
  listStanding: (row) => {
    const name = `lists:${idOf(row)}`;
    const { card, folded, entries, voters } = row as Row & ListStanding;
    if (!card || folded || entries <= 0) return { name, part: undefined };
    return {
      name,
      part: {
        title: card.title,
        text: card.about,
        at: card.at,
        weight: rounded(attentionWeight(entries + voters)),
        best: voters,
      },
    };
  },
  profile: (row) => {
    const { handle, at = '' } = row as Profile;
    return { name: `people:${idOf(row)}`, part: handle ? { title: handle, at } : undefined };
  },
};

const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** A document from the parts of its rows; undefined where the first is not there or any says that it is not to be found. */
export function documentOf(name: string, parts: readonly (Part | undefined | null)[]): SearchDocument | undefined {
  if (parts[0] === null || parts.includes(undefined)) return undefined;
  return {
    key: name,
    what: partsOfName(name).what,
    title: '',
    also: '',
    text: '',
    tags: [],
    at: '',
    weight: 1,
    best: -1,
    ...Object.assign({}, ...parts),
  };
}

/** What is read of an item apart, by name: the text on its page, and its hours, which take working out. */
export type Apart = Map<string, { textOf?: string; hours?: Pick<ItemRow, 'kind' | 'fields'> }>;

/** Notes what of an item is to be read apart; of most nothing is. */
export function noteApart(apart: Apart, row: Row): void {
  if (row.type !== 'item') return;
  const { id, kind, fields, textOf } = row as ItemRow;
  const hasHours = kinds[kind].hours?.(fields) !== undefined;
  if (textOf === undefined && !hasHours) return;
  apart.set(`items:${id}`, {
    ...(textOf === undefined ? {} : { textOf: id }),
    ...(hasHours ? { hours: { kind, fields } } : {}),
  });
}

/** The documents of these names from their rows (by keyText), with what is read apart: what is not among them is not to be found. */
export async function documentsOf(names: readonly string[], rows: ReadonlyMap<string, Row>): Promise<SearchDocument[]> {
  const apart: Apart = new Map();
  const documents = names.flatMap((name) => {
    const { first, last } = keysOfName(name);
    const parts = [...new Set([keyText(first), keyText(last)])].map((key) => {
      const row = rows.get(key);
      if (row) noteApart(apart, row);
      return row ? partOf[String(row.type)]?.(row)?.part : null;
    });
    return documentOf(name, parts) ?? [];
  });
  await addApart(documents, apart, new Date());
  return documents;
}

/** Adds what is written on the pages of items, a request or two each, and when they are open in the week to come. */
export async function addApart(documents: readonly SearchDocument[], apart: Apart, now: Date): Promise<void> {
  const more = documents.filter(({ key }) => apart.has(key));
  await atMost(8, more, async (document) => {
    const { textOf, hours } = apart.get(document.key) ?? {};
    if (textOf !== undefined) {
      const { text } = await textAt(textOf, undefined);
      document.text = [document.text, plain(text)].filter(Boolean).join('\n');
    }
    const opening = hours && (await openingOfItem(hours, now));
    if (opening) {
      const sure = opening.stretches.filter(({ unsure }) => !unsure);
      document.open = sure.flatMap(({ from, to }) => [from, to].map((moment) => Date.parse(moment) / 60_000));
    }
  });
}
