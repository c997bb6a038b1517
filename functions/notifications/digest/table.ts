import { conditionFailed, stored } from '#functions/table/failures.ts';
import { queryRows, updateRow } from '#functions/table/table.ts';
import { type SubscriptionRow, subscriptionsPartition } from '../settings/table.ts';

/** Everybody who gets a digest, a page at a time. */
export async function* subscriptions(): AsyncGenerator<SubscriptionRow[]> {
  let after: string | undefined;
  do {
    const page = await queryRows<SubscriptionRow>({ pk: subscriptionsPartition, after, limit: 100 });
    yield page.rows;
    after = page.last;
  } while (after !== undefined);
}

/** Takes somebody’s mail of a day upon oneself: true for one asker alone, and only while the digest goes on. */
export async function claimMail({ pk, sk, token }: SubscriptionRow, day: string): Promise<boolean> {
  return stored(
    updateRow(
      { pk, sk },
      {
        UpdateExpression: 'SET begun = :day',
        ConditionExpression: '#token = :token AND (attribute_not_exists(begun) OR begun < :day)',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':day': day, ':token': token },
      },
    ),
  );
}

/** Notes until when somebody was told by mail. */
export async function coverUntil({ pk, sk, token }: SubscriptionRow, until: string): Promise<void> {
  try {
    await updateRow(
      { pk, sk },
      {
        UpdateExpression: 'SET covered = :until',
        ConditionExpression: '#token = :token AND covered < :until',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':until': until, ':token': token },
      },
    );
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}
