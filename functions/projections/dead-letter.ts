import { conditionFailed, failedConditions, isNeverTaken } from '#functions/table/failures.ts';
import { type Key, type Row, transact } from '#functions/table/table.ts';
import { checkpointsOf, checkpointWrite } from './checkpoint.ts';
import type { StreamChange } from './project.ts';

/**
 * A change that can never be projected, set aside: which row it changed and why it failed. The row itself is not kept
 * here; the facts hold what counts, and `rebuild` counts them anew.
 */
export type DeadLetter = Row & {
  type: 'deadLetter';
  row: Key & { type: unknown };
  error: string;
  detail: string;
  at: string;
};

/** Changes fail so seldom that one partition holds all that did. */
export const deadLetterPartition = 'DEAD';

/** Whether a row is one of these. */
export const isDeadLetter = (row: Row): row is DeadLetter => row.type === 'deadLetter';

/** What made a change unfit, told apart from a database that could not serve just now. */
export class Unfit extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'Unfit';
  }
}

/** Runs what is decided by rows alone: where that fails, it fails whenever it is tried. @throws Unfit */
export function deciding<T>(decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    throw new Unfit(error);
  }
}

/** Whether trying again can never help: our own code failed on it, or the database will not take such a row. */
export function isLasting(error: unknown): boolean {
  return error instanceof Unfit || isNeverTaken(error);
}

/**
 * Sets a change aside and moves its lane past it, both or neither. A lane that others moved so far already has
 * nothing to be set aside. Answers whether it was set aside now.
 */
export async function setAside(change: StreamChange, cause: unknown, now: Date): Promise<boolean> {
  const { before, after, lane, sequence } = change;
  const changed = after ?? before;
  const error = cause instanceof Unfit ? cause.cause : cause;
  const letter: DeadLetter = {
    pk: deadLetterPartition,
    sk: `${lane}#${sequence}`,
    type: 'deadLetter',
    row: { pk: changed?.pk ?? '', sk: changed?.sk ?? '', type: changed?.type },
    error: error instanceof Error ? error.name : typeof error,
    detail: error instanceof Error ? error.message.slice(0, 1000) : '',
    at: now.toISOString(),
  };
  for (;;) {
    const reached = (await checkpointsOf([lane])).get(lane);
    if (reached !== undefined && reached >= sequence) return false;
    try {
      await transact([{ put: letter }, checkpointWrite(lane, reached, sequence)]);
      return true;
    } catch (failure) {
      if (!conditionFailed(failure) && !failedConditions(failure)) throw failure;
    }
  }
}
