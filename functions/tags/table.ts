import { itemStandingKey } from '#functions/items/reader.ts';
import { type SaveRow, saveKey } from '#functions/saves/reader.ts';
import { conditionFailed, stored } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, queryCards, updateRow } from '#functions/table/table.ts';
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

/** The same of several items, by item. */
export async function crowdTagsOnEach(itemIds: readonly string[]): Promise<Map<string, Record<string, number>>> {
  const rows = await getRows(itemIds.map(itemStandingKey));
  return new Map(
    itemIds.map((itemId) => [
      itemId,
      (rows.get(keyText(itemStandingKey(itemId)))?.tags as Record<string, number> | undefined) ?? {},
    ]),
  );
}

/**
 * Puts other tags in the place of those of a row, where it is as it was read; all else of it stays. What came from a file is
 * the person's from then on. False where it moved on. One write unit for a KB.
 */
export async function replaceTags(row: SaveRow, tags: readonly string[], at: string): Promise<boolean> {
  const saved = row.at !== undefined;
  return stored(
    updateRow(row, {
      UpdateExpression: [
        `SET ${[tags.length > 0 ? 'tags = :tags' : '', '#type = :type', saved ? 'editedAt = :now' : ''].filter(Boolean).join(', ')}`,
        `REMOVE ${[tags.length > 0 ? '' : 'tags', 'imported'].filter(Boolean).join(', ')}`,
      ].join(' '),
      ConditionExpression: `tags = :read AND ${saved ? '#at = :at' : 'attribute_not_exists(#at)'}`,
      ExpressionAttributeNames: { '#type': 'type', '#at': 'at' },
      ExpressionAttributeValues: {
        ':type': 'save',
        ':read': row.tags,
        ...(tags.length > 0 ? { ':tags': new Set(tags) } : {}),
        ...(saved ? { ':now': at, ':at': row.at } : {}),
      },
    }),
  );
}

/** How many items carry each of these tags, as the projector knows it. Half a read unit each. */
export async function sizesOfTags(tags: readonly string[]): Promise<Map<string, number>> {
  const rows = await getRows(tags.map(tagStandingKey));
  return new Map(
    tags.map((tag) => [tag, (rows.get(keyText(tagStandingKey(tag))) as Partial<TagStanding> | undefined)?.items ?? 0]),
  );
}

/** Adds a tag to what a person keeps with an item, within the limit; answers the person's tags on the item, or undefined where the limit is reached. */
export async function addTag(personId: string, itemId: string, tag: string): Promise<string[] | undefined> {
  try {
    const attributes = await updateRow(saveKey(personId, itemId), {
      // What came from a file and is changed by hand is the person's from now on.
      UpdateExpression: 'SET #type = :type, itemId = :item REMOVE imported ADD tags :set',
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
        UpdateExpression: 'REMOVE imported DELETE tags :set',
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
