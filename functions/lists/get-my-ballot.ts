import type { Handler } from '#functions/http/handler.ts';
import { requireAccount } from '#functions/people/reader.ts';
import { ballotOf, entriesOf } from './ballots/table.ts';
import { requireVotes } from './reader.ts';
import { gateById } from './table.ts';

export const getMyBallot: Handler<'getMyBallot'> = async ({ params: { listId } }, context) => {
  const [gate, rows] = await Promise.all([
    gateById(listId, { strong: true }),
    ballotOf(context.caller.personId, listId),
    requireAccount(context),
  ]);
  requireVotes(gate);
  const ids = rows.flatMap(({ items }) => items);
  const entries = ids.length > 0 ? await entriesOf(listId, ids) : [];
  return {
    ballot: {
      items: entries.map(({ itemId, about: { kind, title, byline } }) => ({ itemId, kind, title, byline })),
    },
  };
};
