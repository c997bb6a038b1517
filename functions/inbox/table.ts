import { personPartition } from '#functions/people/reader.ts';
import { conditionFailed, failedConditions } from '#functions/table/failures.ts';
import {
  getRow,
  type Key,
  queryAll,
  queryRows,
  type Row,
  transact,
  updateRow,
  writeRows,
} from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import { inboxDays, inboxKept } from '#shared/inbox/rules.ts';

/** An item in somebody's inbox; `card` is what is shown of it, `personId` who sent it. */
export type InboxRow = Row & {
  type: 'inbox';
  personId: string;
  byId: string;
  itemId: string;
  card: string;
  ttl: number;
};
/** That somebody sent an item to a person, under the sender: so it is sent once, and found when the sender leaves. */
type SentRow = Row & { type: 'sent'; to: string; at: string; ttl: number };
/** Until when somebody has read their inbox. */
type ReadRow = Row & { type: 'inboxRead'; until: string };

const sentBegin = 'SENT#';
const sentKey = (senderId: string, to: string, itemId: string): Key => ({
  pk: personPartition(senderId),
  sk: `${sentBegin}${to}#${itemId}`,
});
const readKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'INBOXREAD' });
/** A person's inbox, oldest first. */
export const inboxPartition = (personId: string) => `INBOX#${personId}`;
const placeOf = (at: string, senderId: string, itemId: string) => `${at}#${senderId}#${itemId}`;

/** What is sent: from whom, to whom, which item, and what is shown of it as of a moment (ISO 8601 with milliseconds). */
export type Sending = { senderId: string; to: string; itemId: string; cardAt: (at: string) => string };

/**
 * Puts an item into a person's inbox, while both accounts are open; one that was sent before only gets its line anew,
 * where it was not taken out. Answers whose account was deleted meanwhile, or nothing.
 */
export async function storeSending(sending: Sending, now: Date): Promise<'account' | 'target' | undefined> {
  const { senderId, to, itemId, cardAt } = sending;
  const at = now.toISOString();
  const ttl = Math.floor(now.getTime() / 1000) + inboxDays * 86_400;
  const sent: SentRow = { ...sentKey(senderId, to, itemId), type: 'sent', to, at, ttl };
  const row: InboxRow = {
    pk: inboxPartition(to),
    sk: placeOf(at, senderId, itemId),
    type: 'inbox',
    personId: senderId,
    byId: senderId,
    itemId,
    card: cardAt(at),
    ttl,
  };
  try {
    await transact([
      { put: sent, condition: 'attribute_not_exists(pk)' },
      accountIsOpen(senderId, itemId),
      accountIsOpen(to, senderId),
      { put: row },
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    if (failed[1]) return 'account';
    if (failed[2]) return 'target';
    await rewrite(sending);
    return undefined;
  }
}

async function rewrite({ senderId, to, itemId, cardAt }: Sending): Promise<void> {
  const sent = await getRow<SentRow>(sentKey(senderId, to, itemId), { strong: true });
  if (!sent) return;
  try {
    await updateRow(
      { pk: inboxPartition(to), sk: placeOf(sent.at, senderId, itemId) },
      {
        UpdateExpression: 'SET card = :card',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':card': cardAt(sent.at) },
      },
    );
  } catch (error) {
    if (!conditionFailed(error)) throw error;
  }
}

/** A stretch of a person's inbox, newest first, with every write before seen: the whole, or what came after a moment. */
export async function inboxStretch(
  personId: string,
  { since, after, limit }: { since?: string | undefined; after?: string | undefined; limit: number },
) {
  const range = since === undefined ? {} : { from: `${since}~` };
  return queryRows<InboxRow>({
    pk: inboxPartition(personId),
    ...range,
    descending: true,
    after,
    limit,
    strong: true,
  });
}

/** Until when a person has read the inbox, with every write before seen. */
export async function readUntil(personId: string): Promise<string | undefined> {
  return (await getRow<ReadRow>(readKey(personId), { strong: true }))?.until;
}

/** Notes until when a person has read the inbox; an earlier moment changes nothing. False where the account was deleted. */
export async function storeRead(personId: string, until: string): Promise<boolean> {
  try {
    await transact([
      {
        update: readKey(personId),
        set: 'SET #type = :type, #until = :until',
        condition: 'attribute_not_exists(#until) OR #until < :until',
        names: { '#type': 'type', '#until': 'until' },
        values: { ':type': 'inboxRead', ':until': until },
      },
      accountIsOpen(personId, personId),
    ]);
    return true;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return !failed[1];
  }
}

/** Takes what is more than is kept out of an inbox, the oldest. Half a read unit for each 4 KB. */
export async function trimInbox(personId: string): Promise<void> {
  const kept = await queryRows({ pk: inboxPartition(personId), descending: true, limit: inboxKept });
  if (kept.last === undefined) return;
  const older = await queryAll({ pk: inboxPartition(personId), descending: true, after: kept.last });
  await writeRows(older.map((row) => ({ delete: row })));
}

/** Takes what a person sent out of somebody's inbox, if it is there; the sender may not send it again. */
export async function removeSending(senderId: string, to: string, itemId: string): Promise<void> {
  const sent = await getRow<SentRow>(sentKey(senderId, to, itemId), { strong: true });
  if (sent) await writeRows([{ delete: { pk: inboxPartition(to), sk: placeOf(sent.at, senderId, itemId) } }]);
}

/** Everything that was sent to a closed account or by it, from both sides. */
export async function removeInbox(personId: string): Promise<void> {
  const [received, sent] = await Promise.all([
    queryAll({ pk: inboxPartition(personId), strong: true }),
    queryAll<SentRow>({ pk: personPartition(personId), begins: sentBegin, strong: true }),
  ]);
  const elsewhere = sent.map(({ sk, to, at }) => ({
    pk: inboxPartition(to),
    sk: placeOf(at, personId, sk.slice(sk.lastIndexOf('#') + 1)),
  }));
  // Its own notes go last: by them the others are found, should this be cut off.
  await writeRows([...received, ...elsewhere].map((key) => ({ delete: key })));
  await writeRows([...sent, readKey(personId)].map((key) => ({ delete: key })));
}
