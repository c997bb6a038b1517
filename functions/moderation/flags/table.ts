import { type Profile, personPartition, profileKey } from '#functions/people/reader.ts';
import { failedConditions, stored } from '#functions/table/failures.ts';
import {
  getRow,
  getRows,
  type Key,
  keyText,
  queryAll,
  queryCards,
  queryRows,
  type Row,
  transact,
  updateRow,
  type Write,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { FlagTotals } from '#shared/moderation/rules.ts';
import type { FlagReason, Folded, ReasonCounts } from '#shared/moderation/schema.ts';
import { onceEach } from '../once-each.ts';

/** The fact that a person flagged something. Who it was never leaves the functions. */
export type FlagRow = Row & {
  type: 'flag';
  target: string;
  reason: FlagReason;
  words: string;
  weight: number;
  /** How often the target had been unfolded by then: flags of a round before are spent. */
  round: number;
  at: string;
  /** The act that had folded the target by the flags of this person, too, when the person left: it counts while that stands. */
  foldedBy?: string;
};
/**
 * What every flag on a target goes through: the sums of those that are not spent, and whether it is folded. Written in the
 * transaction of each flag, so that the flag that folds something is one, and writes the act.
 */
export type FlagGate = Row & {
  type: 'flagGate';
  /** `targetText` of what is flagged. */
  target: string;
  about: { title: string; href: string };
  itemId?: string;
  /** Who made it; absent for a former member. */
  authorId?: string;
  flags: number;
  weight: number;
  needs: number;
  reasons: ReasonCounts;
  round: number;
  turn: number;
  at: string;
  folded?: Folded & { at: string };
  /** Of those sums what was given by people who left while it was folded: it goes when that is unfolded. */
  ofLeavers?: FlagTotals;
};

const flagsPartition = (target: string) => `FL#${target}`;
export const gateKey = (target: string): Key => ({ pk: flagsPartition(target), sk: 'GATE' });
/** Sort keys of people begin with what no other does. */
const byPerson = '@';
export const flagKey = (target: string, personId: string): Key => ({
  pk: flagsPartition(target),
  sk: `${byPerson}${personId}`,
});
const gave = 'FLAG#';
const got = 'FLAGGED#';
/** That a person flagged something: found again for the export and when the account is deleted. */
const gaveKey = (personId: string, target: string): Key => ({ pk: personPartition(personId), sk: `${gave}${target}` });
/** That something of a person’s was flagged: found again when the account is deleted. */
const gotKey = (personId: string, target: string): Key => ({ pk: personPartition(personId), sk: `${got}${target}` });

/** Whether a row says that a person flagged something, or that something of theirs was flagged. */
export const isFlagLink = ({ sk }: Key) => sk.startsWith(gave) || sk.startsWith(got);
/** What a person flagged, from rows under the person. */
export const flaggedTargets = (rows: readonly Key[]) =>
  rows.flatMap(({ sk }) => (sk.startsWith(gave) ? [sk.slice(gave.length)] : []));
/** What of a person’s was flagged, from all of the person’s rows. */
export const targetsOfAuthor = (rows: readonly Key[]) =>
  rows.flatMap(({ sk }) => (sk.startsWith(got) ? [sk.slice(got.length)] : []));

/** The sums of flags on a target; `strong` sees the flag before. */
export async function gateOf(target: string, options: { strong?: boolean } = {}): Promise<FlagGate | undefined> {
  return getRow<FlagGate>(gateKey(target), options);
}

/** What is flagged and not folded: for the steward alone. */
export const flaggedPartition = 'FLAGGED';
/** A page of it, the latest first. */
export async function flaggedPage(after: string | undefined, limit: number) {
  return queryCards({ pk: flaggedPartition, descending: true, after, limit });
}

/** Some of the flags on a target. */
export async function flagsOn(target: string, limit: number): Promise<FlagRow[]> {
  return (await queryRows<FlagRow>({ pk: flagsPartition(target), begins: byPerson, limit })).rows;
}

/** A person’s flag on a target, with every write before seen. */
export async function flagOf(target: string, personId: string): Promise<FlagRow | undefined> {
  return getRow<FlagRow>(flagKey(target, personId), { strong: true });
}

/** What flagging needs to know, in one round trip, with every write before seen. */
export async function beforeFlag(personId: string, target: string) {
  const rows = await getRows([profileKey(personId), gateKey(target), flagKey(target, personId)], { strong: true });
  return {
    profile: rows.get(keyText(profileKey(personId))) as Profile | undefined,
    gate: rows.get(keyText(gateKey(target))) as FlagGate | undefined,
    flag: rows.get(keyText(flagKey(target, personId))) as FlagRow | undefined,
  };
}

type Change = { before: FlagGate | undefined; after: FlagGate; personId: string; also: readonly Write[] };

const gateWrite = ({ before, after }: Pick<Change, 'before' | 'after'>): Write => ({
  put: after,
  ...(before
    ? { condition: 'turn = :turn', values: { ':turn': before.turn } }
    : { condition: 'attribute_not_exists(pk)' }),
});

/**
 * Stores a flag with the sums it makes and whatever follows from them, all or nothing, where nothing on the target changed
 * since they were read. Answers what stood in the way: the `account` deleted, something `changed`, or nothing.
 */
export async function storeFlag(flag: FlagRow, change: Change): Promise<'account' | 'changed' | undefined> {
  const { before, after, personId, also } = change;
  const { authorId } = after;
  try {
    await transact(
      onceEach([
        accountIsOpen(personId, flag.target),
        gateWrite(change),
        { put: flag },
        { put: { ...gaveKey(personId, flag.target), type: 'flagGiven' } },
        ...(authorId && !before?.authorId
          ? [accountIsOpen(authorId, flag.target), { put: { ...gotKey(authorId, flag.target), type: 'flagReceived' } }]
          : []),
        ...also,
      ]),
    );
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[0] ? 'account' : 'changed';
  }
}

/** Takes a flag away in the same way; false where something on the target changed since. */
export async function removeFlag(flag: FlagRow, change: Change): Promise<boolean> {
  return stored(
    transact([
      gateWrite(change),
      { delete: flag, condition: 'round = :round', values: { ':round': flag.round } },
      { delete: gaveKey(change.personId, flag.target) },
      ...change.also,
    ]),
  );
}

/** The write that unfolds a target which an act folded, spends the flags on it, and doubles what it takes from then on. */
export function unfoldWrite(target: string, act: string): Write {
  return {
    update: gateKey(target),
    set: 'SET round = round + :one, turn = turn + :one, flags = :none, weight = :none, reasons = :nobody REMOVE folded, ofLeavers',
    condition: 'folded.act = :act',
    values: { ':one': 1, ':none': 0, ':nobody': {}, ':act': act },
  };
}

/** Takes a former member off something of theirs that was flagged. */
export async function unlinkFlagged(target: string): Promise<void> {
  await updateRow(gateKey(target), {
    UpdateExpression: 'REMOVE authorId ADD turn :one',
    ExpressionAttributeValues: { ':one': 1 },
  });
}

/**
 * Takes the words off a flag of a former member and what leads to it, while the target stands as it was read; where `after`
 * is given, the flag stays part of what folded the target. False where something changed since.
 */
export async function silenceFlag(
  flag: FlagRow,
  { before, after, personId }: { before: FlagGate; after?: FlagGate; personId: string },
): Promise<boolean> {
  const foldedBy = after?.folded?.act;
  const silent: FlagRow = { ...flag, words: '', ...(foldedBy ? { foldedBy } : {}) };
  return stored(
    transact([
      after
        ? gateWrite({ before, after })
        : { check: gateKey(flag.target), condition: 'turn = :turn', values: { ':turn': before.turn } },
      { put: silent, condition: 'round = :round', values: { ':round': flag.round } },
      { delete: gaveKey(personId, flag.target) },
    ]),
  );
}

/** A person’s flags, a page at a time by target, with every write before seen. */
export async function flagsGiven(personId: string): Promise<FlagRow[]> {
  const links = await queryAll({ pk: personPartition(personId), begins: gave, strong: true });
  const rows = await getRows(
    flaggedTargets(links).map((target) => flagKey(target, personId)),
    { strong: true },
  );
  return [...rows.values()] as FlagRow[];
}
