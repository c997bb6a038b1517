import { commentsOn } from '#functions/discussions/reader.ts';
import { type Handler, WrittenJson } from '#functions/http/handler.ts';
import { reviewsPage } from '#functions/reviews/reader.ts';
import { ordered } from '#functions/table/ordered.ts';
import { AppError } from '#shared/app-error.ts';
import type { Operations } from '#shared/capabilities.ts';
import { heldView } from '#shared/holds/view.ts';
import { foldOf } from '#shared/moderation/folds.ts';
import type { OutputOf } from '#shared/operation.ts';
import { parametersWith } from '#shared/ranking/parameters.ts';
import { crowdTags, tagsShown } from '#shared/tags/rules.ts';
import { targetText } from '#shared/targets.ts';
import { countsOf, itemOf, mergedOf, ownersIn } from './reader.ts';
import { itemWithStanding } from './table.ts';

export const getItem: Handler<'getItem'> = async ({ params }) => {
  const [{ item, standing }, reviews, comments] = await Promise.all([
    itemWithStanding(params.itemId),
    reviewsPage(params.itemId, { order: 'helpful' }),
    commentsOn(targetText({ what: 'items', id: params.itemId })),
  ]);
  if (!item) throw new AppError('item_not_found');
  const counts = countsOf(standing);
  const page = {
    item: itemOf(item),
    counts,
    aspects: ordered(standing?.aspects ?? {}),
    tags: crowdTags(standing?.tags ?? {}).slice(0, tagsShown),
    comments,
    held: heldView(standing?.held, counts, item.at, parametersWith(standing?.ranked?.values)),
    folded: foldOf(standing?.folded) ?? null,
    merged: mergedOf(standing),
    owners: ownersIn(standing),
  };
  // The reviews are already written; the rest is put around them.
  return new WrittenJson<OutputOf<Operations['getItem']>>(`${JSON.stringify(page).slice(0, -1)},"reviews":${reviews}}`);
};
