import { itemStandingKey } from '#functions/items/reader.ts';
import { saveKey } from '#functions/saves/reader.ts';
import { conditionFailed } from '#functions/table/failures.ts';
import { getRow, type Key, queryCards, updateRow } from '#functions/table/table.ts';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';

/** How many items carry a tag; written by the projector. */
export type TagStanding = { items: number };

export const tagStandingKey = (tag: string): Key => ({ pk: `TG#${tag}`, sk: 'STANDING' });
/** The list of all tags by use. */
export const tagListPartition = 'TAGS';

/** The crowd's tags on an item as the projector knows them. */
export async function crowdTagsOn(itemId: string): Promise<Record<string, number>> {
  const standing = await getRow(itemStandingKey(itemId));
  return (standing?.tags as Record<string, number> | undefined) ?? {};
}

/** Adds a tag to what a person keeps with an item, within the limit; answers the person's tags on the item, or undefined where the limit is reached. */
export async function addTag(personId: string, itemId: string, tag: string): Promise<string[] | undefined> {
  try {
    const attributes = await updateRow(saveKey(personId, itemId), {
      UpdateExpression: 'SET #type = :type, itemId = :item ADD tags :set',
      ConditionExpression: 'attribute_not_exists(tags) OR contains(tags, :tag) OR size(tags) < :limit',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: {
        ':type': 'save',
        ':item': itemId,
        ':set': new Set([tag]),
        ':tag': tag,
        ':limit': tagsPerPersonAndItem,
      },
      ReturnValues: 'ALL_NEW',
    });
    return sorted(attributes);
  } catch (error) {
    if (conditionFailed(error)) return undefined;
    throw error;
  }
}

/** Takes a tag away, if it is there; answers the person's tags on the item. */
export async function dropTag(personId: string, itemId: string, tag: string): Promise<string[]> {
  try {
    return sorted(
      await updateRow(saveKey(personId, itemId), {
        UpdateExpression: 'DELETE tags :set',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':set': new Set([tag]) },
        ReturnValues: 'ALL_NEW',
      }),
    );
  } catch (error) {
    if (conditionFailed(error)) return [];
    throw error;
  }
}

const sorted = (attributes: Record<string, unknown> | undefined) =>
  [...((attributes?.tags as Set<string> | undefined) ?? [])].sort();

/** A page of all tags, most used first: written JSON of each. */
export async function tagList(after: string | undefined, limit: number) {
  return queryCards({ pk: tagListPartition, descending: true, limit, after });
}
