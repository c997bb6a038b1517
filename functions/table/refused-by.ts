import { failedConditions } from './failures.ts';
import { transact, type Write } from './table.ts';

/** Writes all or nothing; answers which part was refused: of the first writes by name, of the rest `effect`. */
export async function refusedBy<const Part extends string>(writes: readonly Write[], parts: readonly Part[]) {
  try {
    await transact(writes);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return parts.find((_, at) => failed[at]) ?? ('effect' as const);
  }
}
