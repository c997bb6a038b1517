import { longestSubject, opinionOf, ratingOfStars } from '#shared/imports/mangrove.ts';
import { kinds } from '#shared/items/kinds/registry.ts';
import type { Kept } from '../kept.ts';
import type { Format, Source } from '../part.ts';
import { ofReviewed, ofSaves } from './saves-part.ts';

/** What reviews say as Mangrove has it, one a line: to be signed where the key is, in the browser of whose they are. */
export const mangrove: Format = {
  ending: '-mangrove-unsigned.ndjson',
  contentType: 'application/x-ndjson',
  start: async () => '',
  parts: [ofSaves(line), ofReviewed(line)],
  end: '',
};

function line({ about, review }: Kept, { site }: Source): string | undefined {
  if (!review || review.removed) return undefined;
  const sub = kinds[about.kind].subject?.(about.fields);
  if (sub === undefined || (sub.startsWith('https:') && sub.length > longestSubject)) return undefined;
  const { id, rating, text, by, at, editedAt } = review;
  const claims = {
    iat: Math.floor(Date.parse(editedAt ?? at) / 1000),
    sub,
    rating: ratingOfStars(rating),
    ...(text ? { opinion: opinionOf(text) } : {}),
    metadata: {
      ...(by && by.length < 20 ? { nickname: by } : {}),
      ...(site === undefined ? {} : { client_id: `${site}/r/${id}` }),
    },
  };
  return `${JSON.stringify(claims)}\n`;
}
