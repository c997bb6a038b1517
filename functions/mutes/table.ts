import { type Profile, personPartition, profileKey } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import { getRow, getRows, type Key, keyText, type Row, transact, updateRow } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { mutesPerPerson } from '#shared/mutes/rules.ts';
import { type Target, targetText } from '#shared/targets.ts';

/** Everything a person muted, each as `targetText`: one row, so that a feed needs no more than one read for it. */
type MutesRow = Row & { type: 'mutes'; muted?: Set<string> };

const mutesKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'MUTES' });
/** Whether a row under a person is what the person muted. */
export const isMutesRow = ({ type }: Row) => type === 'mutes';
const mutedIn = (row: Row | undefined): ReadonlySet<string> => (row as MutesRow | undefined)?.muted ?? new Set();

/** The list that a cursor of a person's mutes belongs to. */
export const mutesList = (personId: string) => `${personPartition(personId)} muted`;

/** What a person muted, with every write before seen. */
export async function mutesOf(personId: string): Promise<ReadonlySet<string>> {
  return mutedIn(await getRow(mutesKey(personId), { strong: true }));
}

/** A person's profile and what the person muted, in one round trip, with every write before seen. */
export async function profileAndMutes(personId: string) {
  const [profile, mutes] = [profileKey(personId), mutesKey(personId)];
  const rows = await getRows([profile, mutes], { strong: true });
  return { profile: rows.get(keyText(profile)) as Profile | undefined, muted: mutedIn(rows.get(keyText(mutes))) };
}

/** Mutes something; answers what stood in the way: the limit, or the own account, deleted meanwhile. */
export async function storeMute(personId: string, target: Target): Promise<'limit' | 'account' | undefined> {
  const text = targetText(target);
  try {
    await transact([
      {
        update: mutesKey(personId),
        set: 'SET #type = :type ADD muted :set',
        condition: 'attribute_not_exists(muted) OR contains(muted, :text) OR size(muted) < :most',
        names: { '#type': 'type' },
        values: { ':type': 'mutes', ':set': new Set([text]), ':text': text, ':most': mutesPerPerson },
      },
      accountIsOpen(personId, target.id),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[1] ? 'account' : 'limit';
  }
}

/** Mutes something no longer. */
export async function removeMute(personId: string, target: Target): Promise<void> {
  try {
    await updateRow(mutesKey(personId), {
      UpdateExpression: 'DELETE muted :set',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':set': new Set([targetText(target)]) },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}
