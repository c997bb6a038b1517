import { personPartition } from '#functions/people/reader.ts';
import { failedConditions } from '#functions/table/failures.ts';
import { type Key, queryAll, type Row, transact } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { bundlesAtMost } from '#shared/tags/rules.ts';

/** Tags that a person keeps together, for themselves. */
export type BundleRow = Row & { type: 'bundle'; name: string; tags: string[] };

const prefix = 'BUNDLE#';
const bundleKey = (personId: string, name: string): Key => ({ pk: personPartition(personId), sk: `${prefix}${name}` });
/** Which bundles a person has: their number is held by it. */
const listKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'BUNDLES' });

/** Stores a bundle in the place of one of its name; answers what kept it from being stored, undefined where nothing did. */
export async function storeBundle(
  personId: string,
  name: string,
  tags: readonly string[],
): Promise<'limit' | 'account' | undefined> {
  try {
    await transact([
      { put: { ...bundleKey(personId, name), type: 'bundle', name, tags } },
      {
        update: listKey(personId),
        set: 'ADD bundles :name SET #type = :type',
        condition: 'attribute_not_exists(bundles) OR contains(bundles, :one) OR size(bundles) < :most',
        names: { '#type': 'type' },
        values: { ':name': new Set([name]), ':one': name, ':most': bundlesAtMost, ':type': 'bundles' },
      },
      accountIsOpen(personId, name),
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[2] ? 'account' : 'limit';
  }
}

/** Takes a bundle apart, if it is there. */
export async function removeBundleRow(personId: string, name: string): Promise<void> {
  try {
    await transact([
      { delete: bundleKey(personId, name), condition: 'attribute_exists(pk)' },
      { update: listKey(personId), set: 'DELETE bundles :name', values: { ':name': new Set([name]) } },
    ]);
  } catch (error) {
    if (!failedConditions(error)) throw error;
  }
}

/** Every bundle of a person, by name, with every write before seen. */
export async function bundlesOf(personId: string): Promise<BundleRow[]> {
  return queryAll<BundleRow>({ pk: personPartition(personId), begins: prefix, strong: true });
}
