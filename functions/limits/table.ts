import { stored } from '#functions/table/failures.ts';
import { updateRow } from '#functions/table/table.ts';
import { windowSeconds } from '#shared/limits/rules.ts';

/**
 * Takes `count` of what a window still holds; false where it does not hold that many. 1 write unit.
 * The row goes by itself once its window is over.
 */
export async function take(who: string, window: number, count: number, limit: number): Promise<boolean> {
  return stored(
    updateRow(
      { pk: `LIMIT#${who}`, sk: String(window) },
      {
        UpdateExpression: 'ADD taken :count SET #type = :type, #ttl = :ttl',
        ConditionExpression: 'attribute_not_exists(taken) OR taken <= :last',
        ExpressionAttributeNames: { '#type': 'type', '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':count': count,
          ':last': limit - count,
          ':type': 'limit',
          ':ttl': (window + 2) * windowSeconds,
        },
      },
    ),
  );
}
