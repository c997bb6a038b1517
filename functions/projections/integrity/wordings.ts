import { partitionLeft, type Remains } from '#functions/table/empty-list.ts';
import type { Row } from '#functions/table/table.ts';
import { type Check, entryOf } from './check.ts';

/** What stands in a partition: what is worded, its earlier wordings, and that some of these are still to go. */
type Stored = { stands?: true; wordings: number; areLeft?: true };

const worded: unknown[] = ['review', 'comment', 'reply'];
const wordings: unknown[] = ['reviewVersion', 'commentVersion', 'replyVersion'];

/** Earlier wordings are of something that stands, or on their way out. */
export function checkWordings(): Check {
  const all = new Map<string, Stored>();
  const of = (pk: string) => entryOf(all, pk, (): Stored => ({ wordings: 0 }));
  const add = (row: Row) => {
    if (wordings.includes(row.type)) of(row.pk).wordings++;
    if (worded.includes(row.type) && row.withdrawn === undefined) of(row.pk).stands = true;
    if (row.type === 'remains') of(partitionLeft(row as Remains)).areLeft = true;
  };
  return {
    add,
    differences: () =>
      [...all].flatMap(([pk, stored]) =>
        stored.wordings > 0 && !stored.stands && !stored.areLeft
          ? [`${pk} has ${stored.wordings} earlier wordings of nothing`]
          : [],
      ),
  };
}
