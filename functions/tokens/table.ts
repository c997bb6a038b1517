import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, type Row, transact, updateRow } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { tokensAtMost } from '#shared/tokens/rules.ts';
import type { Scope } from '#shared/tokens/schema.ts';

/**
 * A token, found by its id: `hash` is of its secret, `owner` the sub sealed by it, `used` the day of its last use.
 * Both types of row are left alone by the projector, and by a restore: a backup brings no revoked token back.
 */
export type TokenRow = Row & {
  type: 'token';
  id: string;
  personId: string;
  name: string;
  scopes: Scope[];
  at: string;
  hash: string;
  owner: string;
  used?: string;
};
/** Which tokens a person has. */
type ListRow = Row & { type: 'tokens'; ids?: Set<string> };

export const tokenKey = (id: string): Key => ({ pk: `TOKEN#${id}`, sk: 'TOKEN' });
const listKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'TOKENS' });

/**
 * Stores a new token. Answers what kept it from being stored: one of its `id` is there, the person has as many as may
 * be (`limit`), or the `account` was deleted; undefined where it is stored.
 */
export async function storeToken(token: TokenRow): Promise<'id' | 'limit' | 'account' | undefined> {
  try {
    await transact([
      { put: token, condition: 'attribute_not_exists(pk)' },
      {
        update: listKey(token.personId),
        set: 'ADD ids :ids SET #type = :type',
        condition: 'attribute_not_exists(ids) OR size(ids) < :most',
        names: { '#type': 'type' },
        values: { ':ids': new Set([token.id]), ':type': 'tokens', ':most': tokensAtMost },
      },
      accountIsOpen(token.personId, token.id),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[2]) return 'account';
    return failed[0] ? 'id' : 'limit';
  }
}

/** The token of an id, with every write before seen: once revoked it is gone. 1 read unit. */
export async function tokenById(id: string): Promise<TokenRow | undefined> {
  return getRow<TokenRow>(tokenKey(id), { strong: true });
}

/** Every token of a person, in no order. */
export async function tokensOf(personId: string): Promise<TokenRow[]> {
  const list = await getRow<ListRow>(listKey(personId), { strong: true });
  const rows = await getRows([...(list?.ids ?? [])].map(tokenKey), { strong: true });
  return [...rows.values()] as TokenRow[];
}

/** Removes a token of this person; one that is another's, or none, is left as it is. */
export async function removeToken(personId: string, id: string): Promise<void> {
  try {
    await transact([
      { delete: tokenKey(id), condition: 'personId = :me', values: { ':me': personId } },
      { update: listKey(personId), set: 'DELETE ids :ids', values: { ':ids': new Set([id]) } },
    ]);
  } catch (error) {
    if (!failedConditions(error)) throw error;
  }
}

/** Notes the day of a token's use; one that was revoked meanwhile stays gone. 1 write unit. */
export async function noteDay(id: string, day: string): Promise<void> {
  try {
    await updateRow(tokenKey(id), {
      UpdateExpression: 'SET used = :day',
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(used) OR used < :day)',
      ExpressionAttributeValues: { ':day': day },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}

/** The keys of everything that a person's tokens left, from all of the person's rows. */
export function tokenKeys(rows: readonly Row[]): Key[] {
  const lists = rows.filter((row): row is ListRow => row.type === 'tokens');
  return lists.flatMap(({ pk, sk, ids }) => [...[...(ids ?? [])].map(tokenKey), { pk, sk }]);
}
