import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { itemLicences } from '../items/licences.ts';
import { card, kindName, tagCount } from '../items/schema.ts';
import { listCard } from '../lists/schema.ts';
import { cursor } from '../paging.ts';
import { review } from '../reviews/schema.ts';
import { tag } from '../tags/schema.ts';
import { day, line } from '../text.ts';

/** What is searched; with the questions about items, the tips on them. */
export const searched = ['items', 'tags', 'people', 'reviews', 'questions', 'lists'] as const;
export const searchedName = z.enum(searched);
export type Searched = (typeof searched)[number];

export const searchSorts = ['relevance', 'best', 'new', 'near'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** A number as it stands in an address, within bounds. */
function numberText(least: number, most: number) {
  return z.pipe(
    z.string().check(z.regex(/^-?\d{1,9}(\.\d{1,12})?$/, 'is not a number')),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.number().check(z.gte(least), z.lte(most)),
    ),
  );
}

/** Several of something in one text, with commas between them: at most `most`, each once. */
function several<const T extends z.ZodMiniType<unknown, string>>(one: T, most: number) {
  return z.pipe(
    z.string().check(z.maxLength(1000)),
    z.pipe(
      z.transform((text: string) => [...new Set(text.split(','))]),
      z.array(one).check(z.minLength(1), z.maxLength(most)),
    ),
  );
}

const key = z.string().check(z.regex(/^[a-z0-9]+(?:[_:-][a-z0-9]+){0,5}$/, 'is not a key'), z.maxLength(40));

/** Numbers with commas between them, as many as there are bounds: degrees north are in ±90, east in ±180. */
function degreesText<const T extends Record<string, number>>(bounds: T) {
  const names = Object.keys(bounds) as (keyof T)[];
  return z.pipe(
    z.string().check(
      z.regex(/^-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){1,3}$/, 'is not degrees with commas between them'),
      z.refine(
        (text) => {
          const given = text.split(',').map(Number);
          return (
            given.length === names.length &&
            given.every((value, at) => Math.abs(value) <= (bounds[names[at] ?? ''] ?? 0))
          );
        },
        `is not ${names.join(',')} within the bounds of the globe`,
      ),
    ),
    z.transform((text: string) => {
      const given = text.split(',').map(Number);
      return Object.fromEntries(names.map((name, at) => [name, given[at] ?? 0])) as { [N in keyof T]: number };
    }),
  );
}

const yearsText = z.pipe(
  z.string().check(
    z.regex(/^(-?\d{1,4})?\.\.(-?\d{1,4})?$/, 'is not a stretch of years such as 1990..1999, ..1900 or -400..'),
    z.refine((text) => {
      const [from = '', to = ''] = text.split('..');
      return (from !== '' || to !== '') && (from === '' || to === '' || Number(from) <= Number(to));
    }, 'ends before it begins'),
  ),
  z.transform((text: string): { from?: number; to?: number } => {
    const [from = '', to = ''] = text.split('..');
    return { ...(from === '' ? {} : { from: Number(from) }), ...(to === '' ? {} : { to: Number(to) }) };
  }),
);

const momentText = z.string().check(
  z.regex(
    /^(now|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)$/,
    'is neither now nor a time such as 2026-05-01T18:00Z',
  ),
  z.refine((text) => text === 'now' || !Number.isNaN(Date.parse(text)), 'is no time of the calendar'),
);

/** How many words a search takes, in characters; a longer one is refused. */
export const longestSearch = 300;

/**
 * What is looked for, as query parameters. All but `q`, `what` and `sort` narrow it down; what a filter says nothing
 * about in an item, it leaves out. Given out parsed: numbers, lists and positions.
 */
export const searchQuery = z.strictObject({
  /** Words; absent or empty, everything that the filters leave. */
  q: z.optional(line(longestSearch, 0)),
  what: z._default(searchedName, 'items'),
  kind: z.optional(kindName),
  /** All of these tags, at most five: `tags=quiet,wifi`. */
  tags: z.optional(several(tag, 5)),
  /** Least average of stars, 0.5 to 5. */
  stars: z.optional(numberText(0.5, 5)),
  /** Added on this day (UTC) or later, and or earlier. */
  from: z.optional(day),
  to: z.optional(day),
  /** First published in these years: `1990..1999`, `..1900`, `-400..`. */
  years: z.optional(yearsText),
  licence: z.optional(z.enum(itemLicences)),
  /** A language tag: `pt` finds `pt-BR` too. */
  language: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'is not a language tag'))),
  /** What a place is: a key of items/kinds/place-categories.ts. */
  category: z.optional(key),
  /** Any of these price levels: `price=1,2`. */
  price: z.optional(several(z.pipe(z.string().check(z.regex(/^[1-4]$/, 'is not 1 to 4')), z.transform(Number)), 4)),
  /** All of these amenities, by key: `amenities=wifi,dogs`. */
  amenities: z.optional(several(key, 10)),
  /** Open `now`, or at a time in ISO 8601 with Z. */
  open: z.optional(momentText),
  /** `latitude,longitude`: hits say how far they are. */
  near: z.optional(degreesText({ latitude: 90, longitude: 180 })),
  /** At most so many metres from `near`. */
  within: z.optional(numberText(1, 20_040_000)),
  /** `south,west,north,east` in degrees; west above east reaches over the date line. */
  view: z.optional(
    degreesText({ south: 90, west: 180, north: 90, east: 180 }).check(
      z.refine(({ south, north }) => south <= north, 'has its south above its north'),
    ),
  ),
  /** What lies in this area. */
  area: z.optional(id),
  /** With whom people came: of items with a review by such, and of such reviews. */
  party: z.optional(key),
  sort: z._default(z.enum(searchSorts), 'relevance'),
  cursor: z.optional(cursor),
});
/** A search, parsed. */
export type SearchQuery = z.output<typeof searchQuery>;
/** A search with all that counts as the area which it names: that one, and what was merged into it. */
export type AskedSearch = SearchQuery & { areas?: readonly string[] };
/** A search as query parameters. */
export type SearchParameters = z.input<typeof searchQuery>;

/** A question about an item with how many answered it, or a tip on one. */
const askedCard = z.object({
  what: z.enum(['questions', 'tips']),
  by: z.nullable(z.string()),
  /** That who wrote it owned the item by then. */
  owner: z.optional(z.literal(true)),
  at: z.string(),
  up: z.number(),
  answers: z.number(),
  about: z.object({ id, kind: kindName, title: z.string() }),
});

/** A text in parts: what was found in it is marked. Never markup. */
export const markedText = z.array(z.tuple([z.string(), z.boolean()]));
export type MarkedText = z.infer<typeof markedText>;

export const searchHit = z.object({
  what: searchedName,
  /** Id of an item, review, question, tip or list; the tag; the handle. */
  id: z.string(),
  title: markedText,
  /** Where in its text, byline or else the words were found; empty where nowhere but in the title. */
  snippet: markedText,
  /** How well the words fit, what the thing's standing multiplies that by, and the product: see search/rules.ts. */
  why: z.object({ relevance: z.number(), standing: z.number(), score: z.number() }),
  /** Metres from `near`. */
  distance: z.optional(z.number()),
  position: z.optional(z.object({ latitude: z.number(), longitude: z.number() })),
  /** Of a place: what it is, by key, and its price level, 1 to 4. */
  category: z.optional(z.string()),
  price: z.optional(z.number()),
  /** One of these, by `what`. */
  item: z.optional(card),
  tag: z.optional(tagCount),
  person: z.optional(z.object({ handle: z.string(), joined: z.nullable(z.string()) })),
  review: z.optional(z.object({ review, about: z.object({ id, kind: kindName, title: z.string() }) })),
  question: z.optional(askedCard),
  list: z.optional(listCard),
});
export type SearchHit = z.infer<typeof searchHit>;

/** What hits can be narrowed down by. */
export const facetNames = [
  'kind',
  'tags',
  'stars',
  'licence',
  'language',
  'category',
  'price',
  'amenities',
  'party',
] as const;
export type FacetName = (typeof facetNames)[number];

/** A value that a filter takes, and how many hits there are with it and the other filters. */
export const facetCount = z.object({ value: z.string(), count: z.number() });
export type FacetCount = z.infer<typeof facetCount>;

export const searchPage = z.object({
  hits: z.array(searchHit),
  next: z.nullable(z.string()),
  /** How many hits there are in all. */
  total: z.number(),
  /** How many there would be of each, were it searched instead. */
  found: z.record(searchedName, z.number()),
  /** By filter, the most frequent first; those filters that tell hits apart. */
  facets: z.partialRecord(z.enum(facetNames), z.array(facetCount)),
  /** False while what is searched is still being gathered: there may be more. */
  complete: z.boolean(),
  /** What of the search has a better name here, decided by a proposal: it finds what has either. */
  called: z.array(z.object({ other: z.string(), tag: z.string() })),
});
export type SearchPage = z.infer<typeof searchPage>;

/** A word or title begun. */
export const suggestQuery = z.strictObject({
  q: line(100),
  what: z.optional(searchedName),
});
export type SuggestQuery = z.output<typeof suggestQuery>;

/** Something that goes on as was typed, with the best fitting first. */
export const suggestion = z.object({
  what: searchedName,
  /** Id of an item or list; the tag; the handle. */
  id: z.string(),
  text: markedText,
  /** Of an item. */
  kind: z.optional(kindName),
  byline: z.optional(z.string()),
});
export type Suggestion = z.infer<typeof suggestion>;
