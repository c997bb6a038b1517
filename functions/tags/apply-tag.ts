import type { Handler } from '#functions/http/handler.ts';
import { requireOpenItem } from '#functions/items/reader.ts';
import { handleOf, requireAccount } from '#functions/people/reader.ts';
import { AppError } from '#shared/app-error.ts';
import { tagsPerItem, tagsPerPersonAndItem, tagUses } from '#shared/tags/rules.ts';
import { addTag, crowdTagsOn } from './table.ts';

export const applyTag: Handler<'applyTag'> = async ({ params: { itemId, tag } }, context) => {
  const [profile, , crowd] = await Promise.all([requireAccount(context), requireOpenItem(itemId), crowdTagsOn(itemId)]);
  handleOf(profile);
  if (!tagUses(crowd, tag) && Object.keys(crowd).length >= tagsPerItem) {
    throw new AppError('tag_limit', `This item has ${tagsPerItem} different tags, the most it takes; use one of them`);
  }
  const tags = await addTag(context.caller.personId, itemId, tag);
  if (!tags)
    throw new AppError('tag_limit', `You have put ${tagsPerPersonAndItem} tags on this item, the most one person may`);
  return { tags };
};
