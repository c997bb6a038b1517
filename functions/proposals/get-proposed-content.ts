import type { Handler } from '#functions/http/handler.ts';
import { revisionsOf } from '#functions/revisions/making/reader.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import { compareStates } from '#shared/revisions/compare.ts';
import { versionOf } from './table.ts';
import { changeFrom } from './versions.ts';

export const getProposedContent: Handler<'getProposedContent'> = async ({ params, query }) => {
  const row = await versionOf(params.proposalId, query.version === undefined ? undefined : Number(query.version));
  if (!row) throw new AppError('proposal_not_found');
  const { version, change: told } = row;
  // An edit of nothing is refused: what this one would change was removed.
  if (told.what !== 'edit' || (!told.fields && row.pieces === 0)) return { version };
  const { itemId, base } = told;
  const [change, { item, told: revisions }] = await Promise.all([changeFrom(row), revisionsOf(itemId, [base])]);
  const { fields, text } = change.what === 'edit' ? change : {};
  const [from] = revisions;
  const before = from && { fields: ordered(from.fields), text: from.text.text };
  return {
    version,
    itemId,
    kind: item.kind,
    base,
    latest: item.revision,
    after: { ...(fields ? { fields: ordered(fields) } : {}), ...(text === undefined ? {} : { text }) },
    // What was removed is not shown again by what differs from it.
    ...(before && from.row.removed === undefined
      ? {
          comparison: compareStates(before, {
            fields: fields ? ordered(fields) : before.fields,
            text: text ?? before.text,
          }),
        }
      : {}),
  };
};
