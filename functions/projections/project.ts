import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { standNewlyListed, versionInForceKey } from '#functions/ranking/reader.ts';
import { relations } from '#functions/relations/all.ts';
import { fanOut } from '#functions/relations/fan-out.ts';
import { errorFields, log } from '#functions/runtime/log.ts';
import { noteSearchable } from '#functions/search/reader.ts';
import { ttlAttribute } from '#functions/table/definition.ts';
import { conditionFailed, failedConditions, isConflict } from '#functions/table/failures.ts';
import { getRows, type Key, keyText, putRow, type Row, transact, writeRows } from '#functions/table/table.ts';
import type { Change, Contribution } from './change.ts';
import { checkpointsOf, checkpointWrite } from './checkpoint.ts';
import { deciding, isLasting, setAside } from './dead-letter.ts';
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
 * be written again. A change that can never be projected is set aside as a dead letter, and those after it go on.
 *
 * @throws Unfinished, naming the first change that is not projected
 */
export async function project(changes: readonly StreamChange[], now: Date): Promise<void> {
  try {
    await projectAll(changes, now);
  } finally {
    // After the writes, so that whoever reads the log sees them; where this fails, all of them come again.
    await noteSearchable(changes);
  }
}

async function projectAll(changes: readonly StreamChange[], now: Date): Promise<void> {
  let chunk: Step[] = [];
  let touched = new Set<string>();
  for (const change of changes) {
    let contributions: Contribution[];
    try {
      contributions = deciding(() => contributionsOf(change));
    } catch (cause) {
      await finish(chunk, now);
      chunk = [];
      touched = new Set();
      await giveUp(change, cause, now);
      continue;
    }
    for (const step of partsOf(change, contributions)) {
      const writes = [...step.contributions.map((c) => keyText(standingKeyOf(c))), `lane ${change.lane}`];
      if (new Set([...touched, ...writes]).size > transactionLimit) {
        await finish(chunk, now);
        chunk = [];
        touched = new Set();
      }
      for (const write of writes) touched.add(write);
      chunk.push(step);
    }
  }
  await finish(chunk, now);
}

/**
 * A change that moves more aggregates than one transaction takes, such as an item with two hundred tags that is removed, in
 * parts that fit. Each has a place of its own in the lane, between that of the change before and that of the next, so that
 * wherever this is cut off, it goes on with the part that is not done.
 */
function partsOf(change: StreamChange, contributions: Contribution[]): Step[] {
  const most = transactionLimit - 1;
  const byStanding = [...Map.groupBy(contributions, (one) => keyText(standingKeyOf(one))).values()];
  if (byStanding.length <= most) return [{ ...change, contributions }];
  return Array.from({ length: Math.ceil(byStanding.length / most) }, (_, n) => ({
    ...change,
    sequence: `${change.sequence}.${String(n).padStart(2, '0')}`,
    contributions: byStanding.slice(n * most, (n + 1) * most).flat(),
  }));
}

/** A change that was not projected, and none after it in its batch. */
export class Unfinished extends Error {
  readonly sequence: string;
  constructor({ sequence }: StreamChange, cause: unknown) {
    super(`The change ${sequence} was not projected`, { cause });
    this.name = 'Unfinished';
    // Of a part, the change that it is of: that comes again.
    this.sequence = sequence.split('.')[0] ?? '';
  }
}

async function giveUp(change: StreamChange, cause: unknown, now: Date): Promise<void> {
  try {
    if (await setAside(change, cause, now))
      log('error', 'set aside', { sequence: change.sequence, ...errorFields(cause) });
  } catch (error) {
    throw new Unfinished(change, error);
  }
}

/** Commits a chunk; where it holds a change that can never be projected, change by change, so that only that one is set aside. */
async function finish(chunk: readonly Step[], now: Date): Promise<void> {
  const [first, ...more] = chunk;
  if (!first) return;
  try {
    await commit(chunk, now);
  } catch (error) {
    if (!isLasting(error)) throw new Unfinished(first, error);
    if (more.length === 0) return giveUp(first, error, now);
    for (const step of chunk) await finish([step], now);
  }
}

async function commit(chunk: readonly Step[], now: Date): Promise<void> {
  for (let tries = 0; ; tries++) {
    if (tries > 0) await sleep(Math.min(500, 10 * 2 ** tries) * Math.random());
    try {
      return await commitOnce(chunk, now);
    } catch (error) {
      if (tries >= 12 || !isOvertaken(error)) throw error;
    }
  }
}

/** Another shard's batch wrote one of the same aggregates, or this very batch came twice: read again. */
function isOvertaken(error: unknown): boolean {
  return isConflict(error) || conditionFailed(error) || failedConditions(error) !== undefined;
}

async function commitOnce(chunk: readonly Step[], now: Date): Promise<void> {
  const lanes = [...new Set(chunk.map(({ lane }) => lane))];
  const keys = chunk.flatMap(({ contributions }) => contributions.map(standingKeyOf));
  if (chunk.some(({ contributions }) => contributions.some(({ standing }) => standing === 'item')))
    keys.push(versionInForceKey);
  const [reached, stored] = await Promise.all([checkpointsOf(lanes), getRows(keys, { strong: true })]);
  const isPending = ({ lane, sequence }: Step) => sequence > (reached.get(lane) ?? '');
  await listAnew(
    chunk.filter((step) => !isPending(step)),
    now,
  );
  const pending = chunk.filter(isPending);
  if (pending.length === 0) return tellAll(chunk, now);

  const folded = deciding(() =>
    fold(
      pending.flatMap(({ contributions }) => contributions),
      stored,
    ),
  );
  const listings = deciding(() => listingWrites(pending, now));
  await writeRows(listings);
  await standNewlyListed(pending);
  await tellAll(chunk, now);
  // What counts nowhere and moves nothing may come again: most changes of an item's own standing are such.
  if (listings.length === 0 && pending.every(({ contributions }) => contributions.length === 0)) return;
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

/** Brings what happened to everybody who wants to hear of it. */
async function tellAll(chunk: readonly Step[], now: Date): Promise<void> {
  for (const relation of relations) await fanOut(relation, chunk, now);
}

/**
 * Lists rows as they stand now, of changes that were projected before. A twin of this batch that was slower, or this
 * one at an earlier try, may have put back what a later batch had moved; until a row changes again nothing would
 * take that away. What is written while the row stays as it is precedes whatever follows from its next change.
 */
async function listAnew(steps: readonly Step[], now: Date): Promise<void> {
  const listed = steps.flatMap(({ before, after }) => {
    const states = [before, after].filter((row) => row !== undefined);
    const [row] = states;
    const isListed = deciding(() => states.some((state) => entriesOf(state, now).length > 0));
    // What was gone may be there again just as it was: then nothing of it may still stand.
    return row && isListed ? [{ row, states: after ? states : [...states, undefined] }] : [];
  });
  if (listed.length === 0) return;
  const read = () =>
    getRows(
      listed.map(({ row }) => row),
      { strong: true },
    );
  for (let stands = await read(); ; ) {
    const changes = listed.flatMap(({ row, states }) =>
      states.map((before) => ({ before, after: stands.get(keyText(row)) })),
    );
    await writeRows(deciding(() => listingWrites(changes, now)));
    const then = stands;
    stands = await read();
    if (isDeepStrictEqual(then, stands)) return;
  }
}

/** The rows that go and come because listed rows changed: the last word on each key. */
export function listingWrites(changes: readonly Change[], now: Date): ({ put: Row } | { delete: Key })[] {
  const writes = new Map<string, { put: Row } | { delete: Key }>();
  for (const { before, after } of changes) {
    const was = new Map(entriesOf(before, now).map((row) => [keyText(row), row]));
    for (const row of entriesOf(after, now)) {
      const name = keyText(row);
      const there = was.get(name);
      // Another version of the parameters may change nothing but how long a place is kept.
      if (there?.card !== row.card || there?.[ttlAttribute] !== row[ttlAttribute]) writes.set(name, { put: row });
      was.delete(name);
    }
    for (const [name, row] of was) writes.set(name, { delete: { pk: row.pk, sk: row.sk } });
  }
  return [...writes.values()];
}
