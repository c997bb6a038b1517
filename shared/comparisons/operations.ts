import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { counts, item, kindName, tagCount } from '../items/schema.ts';
import { folded } from '../moderation/schema.ts';
import { operation } from '../operation.ts';
import { opening } from '../places/schema.ts';
import { comparedAtLeast, comparedAtMost } from './rules.ts';

const itemIds = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(200)),
    z.transform((text: string) => [...new Set(text.split(',').filter(Boolean))]),
  ),
  z
    .array(id)
    .check(
      z.minLength(comparedAtLeast, 'names fewer than two items'),
      z.maxLength(comparedAtMost, 'names more than four'),
    ),
);

export const compareItems = operation({
  name: 'compareItems',
  method: 'GET',
  path: '/api/compare',
  auth: 'public',
  freshness: 'page',
  summary:
    'Two to four items with what is known and was judged of each, in the order asked for: `items` are ids with commas between. What is none is named in `missing`; one that was merged or removed says so.',
  query: z.strictObject({ items: itemIds }),
  output: z.object({
    items: z.array(
      z.object({
        item,
        counts,
        /** By aspect key: how many rated it, the sum of their half-star ratings and that of their squares. */
        aspects: z.record(z.string(), z.object({ ratings: z.number(), sum: z.number(), squares: z.number() })),
        tags: z.array(tagCount),
        folded: z.nullable(folded),
        /** When it is open in the days to come; null where that is not known. */
        opening: z.nullable(z.pick(opening, { zone: true, until: true, stretches: true })),
      }),
    ),
    missing: z.array(id),
  }),
  errors: [],
});

export const listSimilar = operation({
  name: 'listSimilar',
  method: 'GET',
  path: '/api/items/{itemId}/similar',
  auth: 'public',
  freshness: 'page',
  summary:
    'Items of the same kind that share its tags or were saved by the same people, most alike first, each with why. likeness = share of its tag weight + savers of both / (savers looked at + 2), where a tag that n items carry weighs 1 / log₂(2 + n).',
  params: z.strictObject({ itemId: id }),
  output: z.object({
    entries: z.array(
      z.object({
        id,
        kind: kindName,
        title: z.string(),
        byline: z.string(),
        picture: z.optional(z.string()),
        /** Tags of both, those that say most first. */
        tags: z.array(z.string()),
        /** How many of the savers that were looked at saved both. */
        savers: z.number(),
        /** From 0 to 2. */
        likeness: z.number(),
      }),
    ),
    /** How many of its latest public savers were looked at. */
    savers: z.number(),
  }),
  errors: ['item_not_found'],
});

export const comparisonOperations = { compareItems, listSimilar };
