import type { Change, Contribution } from '#functions/projections/change.ts';
import { replyExcerptBytes } from '#shared/replies/rules.ts';
import { excerpt } from '#shared/reviews/rules.ts';
import type { ReplyRow } from './table.ts';

/** A reply written, reworded, withdrawn, or left by its author: it stands with its review, wherever that is shown. */
export function replyContributions({ before, after }: Change): Contribution[] {
  const is = after as ReplyRow | undefined;
  const row = is ?? (before as ReplyRow | undefined);
  if (!row) return [];
  return [
    {
      standing: 'review',
      id: row.reviewId,
      fold: (standing) => {
        if (is) standing.reply = shownIn(is);
        else delete standing.reply;
      },
    },
  ];
}

function shownIn({ text, by, at, editedAt, revision, removed, reviewAt }: ReplyRow) {
  const { more, ...shown } = excerpt(text, replyExcerptBytes);
  return {
    ...shown,
    ...(more ? { more } : {}),
    ...(by === undefined ? {} : { by }),
    at,
    ...(editedAt === undefined ? {} : { editedAt }),
    revision,
    ...(removed === undefined ? {} : { removed }),
    to: reviewAt,
  };
}
