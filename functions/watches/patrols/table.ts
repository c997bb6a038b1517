import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import { getRow, type Key, type Row, transact, updateRow } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { Patrol } from '../facts.ts';

const credit = 'PATROL#';
/** That a person marked a revision as reviewed: found again when the account is deleted. */
const creditKey = (personId: string, id: string): Key => ({ pk: personPartition(personId), sk: `${credit}${id}` });
/** Whether a row under a person says that they marked a revision. */
export const isPatrolCredit = ({ sk }: Row) => sk.startsWith(credit);

/** The revisions that a person marked, by `revisionId`, from all of the person's rows. */
export function patrolsCredited(rows: readonly Row[]): string[] {
  return rows.filter(isPatrolCredit).map(({ sk }) => sk.slice(credit.length));
}

type Marked = Row & { byId?: string; patrolled?: Patrol; revision?: number };

/** The fact of a revision with its mark, with every write before seen. */
export async function markedFact(key: Key): Promise<Marked | undefined> {
  return getRow<Marked>(key, { strong: true });
}

/**
 * Marks the fact of a revision as reviewed, once, by somebody else than its author while the account is open; and `copy`,
 * which says the same of the first revision once there is a second. Answers what stood in the way, or nothing.
 */
export async function storePatrol(
  fact: Marked,
  copy: Key,
  id: string,
  personId: string,
  patrolled: Patrol,
): Promise<'changed' | 'account' | undefined> {
  const { pk, sk, revision } = fact;
  const isAlone = revision === 1;
  const set = 'SET patrolled = :mark';
  try {
    await transact([
      {
        update: { pk, sk },
        set,
        condition: `attribute_exists(pk) AND attribute_not_exists(patrolled) AND (attribute_not_exists(byId) OR byId <> :me)${isAlone ? ' AND revision = :alone' : ''}`,
        values: { ':mark': patrolled, ':me': personId, ...(isAlone ? { ':alone': 1 } : {}) },
      },
      { put: { ...creditKey(personId, id), type: 'patrol', at: patrolled.at } },
      accountIsOpen(personId, id),
      ...(revision === undefined || isAlone
        ? []
        : [{ update: copy, set, condition: 'attribute_exists(pk)', values: { ':mark': patrolled } }]),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[2] ? 'account' : 'changed';
  }
}

/** Takes the name off a mark that stays. */
export async function unlinkPatrol(fact: Key, personId: string): Promise<void> {
  try {
    await updateRow(fact, {
      UpdateExpression: 'REMOVE patrolled.#by, patrolled.byId',
      ConditionExpression: 'patrolled.byId = :me',
      ExpressionAttributeNames: { '#by': 'by' },
      ExpressionAttributeValues: { ':me': personId },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}
