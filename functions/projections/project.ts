import { setTimeout as sleep } from 'node:timers/promises';
import { conditionFailed, failedConditions, isConflict } from '#functions/table/failures.ts';
import { getRows, type Key, keyText, putRow, type Row, transact, writeRows } from '#functions/table/table.ts';
import type { Change, Contribution } from './change.ts';
import { checkpointsOf, checkpointWrite } from './checkpoint.ts';
import { fold, standingKeyOf } from './fold.ts';
import { contributionsOf, entriesOf } from './registry.ts';

/** A record of the stream, read: what changed, where in which lane. */
export type StreamChange = Change & { lane: string; sequence: string };
type Step = StreamChange & { contributions: Contribution[] };

/** DynamoDB takes 100 writes in a transaction; aggregates and checkpoints of a chunk stay below. */
const transactionLimit = 90;

/**
 * Projects changes in their order, exactly once each. Every chunk writes its aggregates with the checkpoints of
 * its lanes in one transaction; what lists a row is written before, since it follows from the row alone and may
 * be written again.
 *
 * @throws what a change's own projection throws, after everything before it was written; `failed` names it
 */
export async function project(changes: readonly StreamChange[], now: Date): Promise<void> {
  let chunk: Step[] = [];
  let touched = new Set<string>();
  for (const change of changes) {
    let contributions: Contribution[];
    try {
      contributions = contributionsOf(change);
      entriesOf(change.after, now);
    } catch (error) {
      await commit(chunk, now);
      throw new UnprojectableChange(change.sequence, { cause: error });
    }
    const writes = [...contributions.map((c) => keyText(standingKeyOf(c))), `lane ${change.lane}`];
    if (new Set([...touched, ...writes]).size > transactionLimit) {
      await commit(chunk, now);
      chunk = [];
      touched = new Set();
    }
    for (const write of writes) touched.add(write);
    chunk.push({ ...change, contributions });
  }
  await commit(chunk, now);
}

/** A change that cannot be projected, however often it is tried. */
export class UnprojectableChange extends Error {
  readonly sequence: string;
  constructor(sequence: string, options: ErrorOptions) {
    super(`The change ${sequence} cannot be projected`, options);
    this.name = 'UnprojectableChange';
    this.sequence = sequence;
  }
}

async function commit(chunk: readonly Step[], now: Date): Promise<void> {
  if (chunk.length === 0) return;
  for (let tries = 0; ; tries++) {
    if (tries > 0) await sleep(Math.min(500, 10 * 2 ** tries) * Math.random());
    try {
      return await commitOnce(chunk, now);
    } catch (error) {
      // Another shard's batch wrote one of the same aggregates, or this very batch came twice: read again.
      if (tries >= 12 || !(isConflict(error) || failedConditions(error) || conditionFailed(error))) throw error;
    }
  }
}

async function commitOnce(chunk: readonly Step[], now: Date): Promise<void> {
  const lanes = [...new Set(chunk.map(({ lane }) => lane))];
  const keys = chunk.flatMap(({ contributions }) => contributions.map(standingKeyOf));
  const [reached, stored] = await Promise.all([checkpointsOf(lanes), getRows(keys, { strong: true })]);
  const pending = chunk.filter(({ lane, sequence }) => sequence > (reached.get(lane) ?? ''));
  if (pending.length === 0) return;

  await writeRows(listingWrites(pending, now));
  const folded = fold(
    pending.flatMap(({ contributions }) => contributions),
    stored,
  );
  const aggregates = folded.map(({ before, after }) => {
    const version = (before?.version as number | undefined) ?? 0;
    return {
      put: { ...after, version: version + 1 },
      ...(before
        ? { condition: 'version = :version', values: { ':version': version } }
        : { condition: 'attribute_not_exists(pk)' }),
    };
  });
  const last = new Map(pending.map(({ lane, sequence }) => [lane, sequence]));
  const checkpoints = [...last].map(([lane, sequence]) => checkpointWrite(lane, reached.get(lane), sequence));
  const [only, ...more] = checkpoints;
  if (aggregates.length === 0 && only && more.length === 0) {
    const { put, condition, values } = only as { put: Row; condition: string; values?: Record<string, unknown> };
    await putRow(put, { ConditionExpression: condition, ExpressionAttributeValues: values });
  } else {
    await transact([...aggregates, ...checkpoints]);
  }
}

/** The rows that go and come because listed rows changed: the last word on each key. */
function listingWrites(steps: readonly Step[], now: Date): ({ put: Row } | { delete: Key })[] {
  const writes = new Map<string, { put: Row } | { delete: Key }>();
  for (const { before, after } of steps) {
    const was = new Map(entriesOf(before, now).map((row) => [keyText(row), row]));
    for (const row of entriesOf(after, now)) {
      const name = keyText(row);
      if (was.get(name)?.card !== row.card) writes.set(name, { put: row });
      was.delete(name);
    }
    for (const [name, row] of was) writes.set(name, { delete: { pk: row.pk, sk: row.sk } });
  }
  return [...writes.values()];
}
