import { conditionFailed, stored } from '#functions/table/failures.ts';
import { Memory } from '#functions/table/memory.ts';
import { getRow, type Key, type Row, transact, updateRow, type Write, writeRows } from '#functions/table/table.ts';
import type { Ban } from '#shared/moderation/schema.ts';
import { bucketOf } from '#shared/votes/rules.ts';

/**
 * Who is banned, in 64 rows by person: an instance asks for one once in a while and then knows of everybody in it. Each has
 * room for 250 bans with the longest reasons, and for 2,000 with short ones.
 */
type BansRow = Row & { type: 'bans'; people: Record<string, Ban> };

const bansKey = (personId: string): Key => ({ pk: 'SITE', sk: `BANS#${bucketOf(personId)}` });
/** How long an instance may not know of a ban, or of its end. */
const delay = 30_000;
const bans = new Memory<Record<string, Ban>>({ most: 64, milliseconds: delay });

/** The bans in the row of a person, as written. */
async function bansNow(personId: string, options: { strong?: boolean } = {}): Promise<Record<string, Ban>> {
  return (await getRow<BansRow>(bansKey(personId), options))?.people ?? {};
}

const inForce = (ban: Ban | undefined, now: Date) => (ban && Date.parse(ban.until) > now.getTime() ? ban : undefined);

/** The ban on a person in force, known within half a minute: most of the time nothing is asked. */
export async function rememberedBan(personId: string, now: Date): Promise<Ban | undefined> {
  return inForce((await bans.recall(bansKey(personId).sk, () => bansNow(personId)))[personId], now);
}

/** Whether the ban of an act is the one that stands, over or not, with every write before seen. */
export async function isBannedBy(personId: string | undefined, act: string): Promise<boolean> {
  return personId !== undefined && (await bansNow(personId, { strong: true }))[personId]?.act === act;
}

/** The ban on a person in force, with every write before seen. */
export async function banOf(personId: string, now: Date): Promise<Ban | undefined> {
  return inForce((await bansNow(personId, { strong: true }))[personId], now);
}

/** Forgets what this instance remembers, after it changed it. */
export const forgetBans = (personId: string) => bans.forget(bansKey(personId).sk);

/** Makes the row that a person’s ban stands in, once, and clears it of bans that are over. */
export async function clearBans(ofPerson: string, now: Date): Promise<void> {
  const over = Object.entries(await bansNow(ofPerson, { strong: true })).filter(([, ban]) => !inForce(ban, now));
  await updateRow(bansKey(ofPerson), {
    UpdateExpression: 'SET #type = :type, people = if_not_exists(people, :nobody)',
    ExpressionAttributeNames: { '#type': 'type' },
    ExpressionAttributeValues: { ':type': 'bans', ':nobody': {} },
  });
  for (const [personId, { act }] of over) await lift(personId, act);
}

async function lift(personId: string, act: string): Promise<void> {
  try {
    await updateRow(bansKey(personId), {
      UpdateExpression: 'REMOVE people.#person',
      ConditionExpression: 'people.#person.#act = :act',
      ExpressionAttributeNames: { '#person': personId, '#act': 'act' },
      ExpressionAttributeValues: { ':act': act },
    });
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}

/** The one row that all bans stood in before. */
const oneRow: Key = { pk: 'SITE', sk: 'BANS' };

/** Whether a row is the one that all bans stood in before: they hold nobody until `moveBans` has been there. */
export const isOneRowOfBans = ({ pk, sk }: Key) => pk === oneRow.pk && sk === oneRow.sk;

/**
 * Moves the bans in force from the one row to where each stands now, but for who was banned anew since. Cut off, it goes on
 * where it is asked for again. Nothing may be written meanwhile.
 */
export async function moveBans(now: Date): Promise<void> {
  const before = await getRow<BansRow>(oneRow, { strong: true });
  if (!before) return;
  for (const [personId, ban] of Object.entries(before.people)) {
    if (!inForce(ban, now)) continue;
    await clearBans(personId, now);
    await stored(transact([banWrite(personId, ban, undefined)]));
  }
  await writeRows([{ delete: oneRow }]);
}

/** The write that bans a person, in place of a ban before (`instead`), to stand beside the act. */
export function banWrite(personId: string, ban: Ban, instead: string | undefined): Write {
  return {
    update: bansKey(personId),
    set: 'SET people.#person = :ban',
    condition: instead ? 'people.#person.#act = :instead' : 'attribute_not_exists(people.#person)',
    names: { '#person': personId, ...(instead ? { '#act': 'act' } : {}) },
    values: { ':ban': ban, ...(instead ? { ':instead': instead } : {}) },
  };
}

/** The write that lifts the ban of an act, to stand beside the act that does. */
export function unbanWrite(personId: string, act: string): Write {
  return {
    update: bansKey(personId),
    set: 'REMOVE people.#person',
    condition: 'people.#person.#act = :act',
    names: { '#person': personId, '#act': 'act' },
    values: { ':act': act },
  };
}

/** Takes a former member off the bans. */
export async function leaveBans(personId: string): Promise<void> {
  const ban = (await bansNow(personId, { strong: true }))[personId];
  if (ban) await lift(personId, ban.act);
}
