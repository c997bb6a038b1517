import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { kindName } from '../items/schema.ts';
import { operation } from '../operation.ts';
import { handle } from '../people/schema.ts';
import { rating } from '../reviews/schema.ts';

const common = z.object({
  item: z.object({ id, kind: kindName, title: z.string() }),
  /** The first person's rating and the other's. */
  ratings: z.array(rating).check(z.length(2)),
});

export const getTaste = operation({
  name: 'getTaste',
  method: 'GET',
  path: '/api/people/{handle}/taste/{other}',
  auth: 'public',
  freshness: 'page',
  summary:
    'How alike two people rate, by the items both rated: agreement = 1 − mean difference / 4.5 from 5 items on, and the same drawn to the middle, ½ + (agreement − ½) · n / (n + 5).',
  params: z.strictObject({ handle, other: handle }),
  output: z.object({
    /** How many items both rated. */
    common: z.number(),
    agreement: z.nullable(z.number()),
    score: z.nullable(z.number()),
    /** Up to five that both rated 4 or more, and five they differ on by 1½ or more. */
    loved: z.array(common),
    disagreed: z.array(common),
  }),
  errors: ['person_not_found'],
});

export const tasteOperations = { getTaste };
