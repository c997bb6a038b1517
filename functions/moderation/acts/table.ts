import { type Profile, personPartition, profileKey } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  type Row,
  transact,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { Act, Judgement } from '#shared/moderation/schema.ts';

/** The fact of an act of moderation, with the votes on it: each moves them in its own transaction. */
export type ActRow = Row & { type: 'act' } & Omit<Act, 'by'> & {
    /** The steward’s handle, where it was not a rule. */
    by?: string;
    byId?: string;
    /** `targetText` of what it is about, unless that is a person. */
    target?: string;
    /** Who is banned. */
    personId?: string;
    /** Who made what it is about. */
    targetById?: string;
    itemId?: string;
    turn: number;
  };
/** A person’s vote on an act, under the person. */
export type JudgementRow = Row & { type: 'judgement'; actId: string; judgement: Judgement; at: string };

export const actKey = (actId: string): Key => ({ pk: `MOD#${actId}`, sk: 'FACT' });
/** Every act, newest last. */
export const actsPartition = 'ACTS';
const judged = 'JUDGED#';
const judgementKey = (personId: string, actId: string): Key => ({
  pk: personPartition(personId),
  sk: `${judged}${actId}`,
});
const named = 'ACT#';
const namedKey = (personId: string, actId: string): Key => ({ pk: personPartition(personId), sk: `${named}${actId}` });

/** Whether a row says that an act names a person, or that they voted on one. */
export const isActLink = ({ sk }: Key) => sk.startsWith(named) || sk.startsWith(judged);

/** The writes that put an act into the log: with what lets the people it names be taken off it again. */
export function actWrites(act: ActRow): Write[] {
  const people = new Set([act.byId, act.personId, act.targetById]);
  return [
    { put: act, condition: 'attribute_not_exists(pk)' },
    ...[...people].flatMap((personId): Write[] =>
      personId === undefined
        ? []
        : [accountIsOpen(personId, act.id), { put: { ...namedKey(personId, act.id), type: 'actNames' } }],
    ),
  ];
}

/** An act’s fact; `strong` sees the vote before. */
export async function actById(actId: string, options: { strong?: boolean } = {}): Promise<ActRow | undefined> {
  return getRow<ActRow>(actKey(actId), options);
}

/** What voting on an act needs to know, in one round trip, with every write before seen. */
export async function beforeJudging(personId: string, actId: string) {
  const [profile, fact, vote] = [profileKey(personId), actKey(actId), judgementKey(personId, actId)];
  const rows = await getRows([profile, fact, vote], { strong: true });
  return {
    profile: rows.get(keyText(profile)) as Profile | undefined,
    act: rows.get(keyText(fact)) as ActRow | undefined,
    vote: rows.get(keyText(vote)) as JudgementRow | undefined,
  };
}

type Votes = { agree: number; disagree: number };

/**
 * Stores a person’s vote on an act, or takes it away, with the sums it makes and whatever follows from them; all or nothing,
 * where the act is as it was read. Answers what stood in the way: the `account` deleted, something `changed`, or nothing.
 */
export async function storeJudgement(
  before: ActRow,
  personId: string,
  { judgement, at }: { judgement: Judgement | undefined; at: string },
  { agree, disagree, undone, also }: Votes & { undone?: string; also: readonly Write[] },
): Promise<'account' | 'changed' | undefined> {
  const key = judgementKey(personId, before.id);
  try {
    await transact([
      accountIsOpen(personId, before.id),
      {
        update: actKey(before.id),
        set: `SET agree = :agree, disagree = :disagree, turn = turn + :one${undone ? ', undone = :undone' : ''}`,
        condition: 'turn = :turn AND attribute_not_exists(undone)',
        values: {
          ':agree': agree,
          ':disagree': disagree,
          ':one': 1,
          ':turn': before.turn,
          ...(undone ? { ':undone': undone } : {}),
        },
      },
      judgement ? { put: { ...key, type: 'judgement', actId: before.id, judgement, at } } : { delete: key },
      ...also,
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[0] ? 'account' : 'changed';
  }
}

/** The write that marks an act as undone by another one, once. */
export function undoneWrite(actId: string, by: string): Write {
  return {
    update: actKey(actId),
    set: 'SET undone = :by, turn = turn + :one',
    condition: 'attribute_exists(pk) AND attribute_not_exists(undone)',
    values: { ':by': by, ':one': 1 },
  };
}

/** Sends writes, all or nothing; false where a condition does not hold. */
export async function writeTogether(writes: readonly Write[]): Promise<boolean> {
  return stored(transact(writes));
}

/** A page of the log, newest first: written JSON of each act. */
export async function actsPage(after: string | undefined, limit: number) {
  return queryCards({ pk: actsPartition, descending: true, after, limit });
}

/** A person’s votes on acts, with every write before seen. */
export async function judgementsOf(personId: string): Promise<JudgementRow[]> {
  return queryAll<JudgementRow>({ pk: personPartition(personId), begins: judged, strong: true });
}

/**
 * Takes a former member’s name off the acts that name them, and their votes against acts that stand off these; votes that
 * agree stay counted. From all of the person’s rows.
 */
export async function leaveActs(personId: string, rows: readonly Key[]): Promise<void> {
  for (const row of rows.filter(({ sk }) => sk.startsWith(judged))) await withdrawDisagreement(row as JudgementRow);
  for (const { sk } of rows.filter((row) => row.sk.startsWith(named))) {
    const actId = sk.slice(named.length);
    await takeOff(actId, 'byId', personId, 'REMOVE byId, #by', { '#by': 'by' });
    await takeOff(actId, 'targetById', personId, 'REMOVE targetById');
    await takeOff(actId, 'personId', personId, 'REMOVE personId SET about = :nobody', undefined, {
      ':nobody': { title: 'A former member', href: '' },
    });
  }
}

async function withdrawDisagreement({ pk, sk, actId, judgement }: JudgementRow): Promise<void> {
  if (judgement !== 'disagree') return;
  // Where the act was undone it stays as it was then.
  await stored(
    transact([
      {
        update: actKey(actId),
        set: 'SET disagree = disagree - :one, turn = turn + :one',
        condition: 'attribute_exists(pk) AND attribute_not_exists(undone)',
        values: { ':one': 1 },
      },
      { delete: { pk, sk }, condition: 'attribute_exists(pk)' },
    ]),
  );
}

async function takeOff(
  actId: string,
  attribute: 'byId' | 'targetById' | 'personId',
  personId: string,
  change: string,
  names?: Record<string, string>,
  values?: Record<string, unknown>,
): Promise<void> {
  try {
    await updateRow(actKey(actId), {
      UpdateExpression: change,
      ConditionExpression: `${attribute} = :person`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':person': personId, ...values },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}
