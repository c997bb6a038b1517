import { itemStandingKey } from '#functions/items/reader.ts';
import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed } from '#functions/table/failures.ts';
import { getRow, type Key, queryCards, type Row, updateRow } from '#functions/table/table.ts';
import { tagsPerPersonAndItem } from '#shared/tags/rules.ts';

/** The tags that one person put on one item. */
export type TagsRow = Row & { type: 'tags'; itemId: string; tags?: Set<string> };
/** How many items carry a tag; written by the projector. */
export type TagStanding = { items: number };

const tagsKey = (personId: string, itemId: string): Key => ({ pk: personPartition(personId), sk: `T#${itemId}` });
export const tagStandingKey = (tag: string): Key => ({ pk: `TG#${tag}`, sk: 'STANDING' });
/** The list of all tags by use. */
export const tagListPartition = 'TAGS';

/** A person's tags on an item, with every write before seen. */
export async function tagsOn(personId: string, itemId: string): Promise<string[]> {
  const row = await getRow<TagsRow>(tagsKey(personId, itemId), { strong: true });
  return [...(row?.tags ?? [])].sort();
}

/** The crowd's tags on an item as the projector knows them. */
export async function crowdTagsOn(itemId: string): Promise<Record<string, number>> {
  const standing = await getRow(itemStandingKey(itemId));
  return (standing?.tags as Record<string, number> | undefined) ?? {};
}

/** Adds a tag, within the limit; answers the person's tags on the item, or undefined where the limit is reached. */
export async function addTag(personId: string, itemId: string, tag: string): Promise<string[] | undefined> {
  try {
    const attributes = await updateRow(tagsKey(personId, itemId), {
      UpdateExpression: 'SET #type = :type, itemId = :item ADD tags :set',
      ConditionExpression: 'attribute_not_exists(tags) OR contains(tags, :tag) OR size(tags) < :limit',
      ExpressionAttributeNames: { '#type': 'type' },
      ExpressionAttributeValues: {
        ':type': 'tags',
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
      await updateRow(tagsKey(personId, itemId), {
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
