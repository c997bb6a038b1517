import { personPartition } from '#functions/people/reader.ts';
import { failedConditions, stored } from '#functions/table/failures.ts';
import { getRow, type Key, type Row, transact, writeRows } from '#functions/table/table.ts';
import { accountIsOpen } from '#functions/votes/reader.ts';
import type { Digest, NoticeKind } from '#shared/notifications/kinds.ts';
import type { NoticeSettings } from '#shared/notifications/schema.ts';

/** What a person wants to be told of, and how. */
export type SettingsRow = Row & {
  type: 'noticeSettings';
  off?: NoticeKind[];
  digest?: Digest;
  watchWritten?: boolean;
  /** What ends the digest without signing in. */
  token?: string;
};
/** That a person gets a digest: the line that the job works off. `sub` is whom the user pool knows the address of. */
export type SubscriptionRow = Row & {
  type: 'subscription';
  personId: string;
  sub: string;
  often: Exclude<Digest, 'off'>;
  token: string;
  /** Where the site was when it was asked for. */
  site: string;
  /** What happened until then was in a mail, or before there were any. */
  covered: string;
  /** The last day on which a mail was begun: none is begun twice. */
  begun?: string;
};
/** Whose digest a token ends. */
type TokenRow = Row & { type: 'unsubscribe'; personId: string };

const settingsKey = (personId: string): Key => ({ pk: personPartition(personId), sk: 'NOTICES' });
export const subscriptionsPartition = 'DIGESTS';
export const subscriptionKey = (personId: string): Key => ({ pk: subscriptionsPartition, sk: personId });
const tokenKey = (token: string): Key => ({ pk: `UNSUB#${token}`, sk: 'TOKEN' });

/** What a person wants to be told of, with every write before seen. */
export async function settingsOf(personId: string): Promise<SettingsRow | undefined> {
  return getRow<SettingsRow>(settingsKey(personId), { strong: true });
}

type Subscriber = { personId: string; sub: string; site: string; token: string; at: string };

/**
 * Stores what a person wants, and with it whether they get a digest, on the condition that the token is still the one
 * that was read. Answers what stood in the way: the account, deleted meanwhile, or another change; or nothing.
 */
export async function storeSettings(
  { personId, sub, site, token, at }: Subscriber,
  { off, digest, watchWritten }: NoticeSettings,
  before: SettingsRow | undefined,
): Promise<'account' | 'overtaken' | undefined> {
  const row: SettingsRow = {
    ...settingsKey(personId),
    type: 'noticeSettings',
    ...(off.length > 0 ? { off } : {}),
    ...(digest === 'off' ? {} : { digest, token }),
    watchWritten,
  };
  const ending = before?.token;
  const subscribed =
    digest === 'off'
      ? ending === undefined
        ? []
        : [{ delete: subscriptionKey(personId) }, { delete: tokenKey(ending) }]
      : [
          {
            update: subscriptionKey(personId),
            set: 'SET #type = :type, personId = :person, #sub = :sub, often = :often, #token = :token, site = :site, covered = if_not_exists(covered, :at)',
            names: { '#type': 'type', '#sub': 'sub', '#token': 'token' },
            values: {
              ':type': 'subscription',
              ':person': personId,
              ':sub': sub,
              ':often': digest,
              ':token': token,
              ':site': site,
              ':at': at,
            },
          },
          { put: { ...tokenKey(token), type: 'unsubscribe', personId } },
        ];
  try {
    await transact([
      {
        put: row,
        condition: ending === undefined ? 'attribute_not_exists(#token)' : '#token = :before',
        names: { '#token': 'token' },
        ...(ending === undefined ? {} : { values: { ':before': ending } }),
      },
      accountIsOpen(personId, personId),
      ...subscribed,
    ]);
    return undefined;
  } catch (error) {
    const failed = failedConditions(error);
    if (!failed) throw error;
    return failed[1] ? 'account' : 'overtaken';
  }
}

/** Whose digest a token ends, and how often it comes; undefined for a token of nobody, or that ended one already. */
export async function subscriptionByToken(token: string): Promise<SubscriptionRow | undefined> {
  const found = await getRow<TokenRow>(tokenKey(token), { strong: true });
  const row = found && (await getRow<SubscriptionRow>(subscriptionKey(found.personId), { strong: true }));
  return row?.token === token ? row : undefined;
}

/** Ends a digest by its token, and nothing else; false where it changed meanwhile. */
export async function endSubscription({ personId, token }: SubscriptionRow): Promise<boolean> {
  const isThis = { names: { '#token': 'token' }, values: { ':token': token } };
  return stored(
    transact([
      { update: settingsKey(personId), set: 'REMOVE digest, #token', condition: '#token = :token', ...isThis },
      { delete: subscriptionKey(personId), condition: '#token = :token', ...isThis },
      { delete: tokenKey(token) },
    ]),
  );
}

/** Forgets what a closed account wanted, with its digest and the link that ends it. */
export async function removeSettings(personId: string): Promise<void> {
  const row = await settingsOf(personId);
  const token = row?.token === undefined ? [] : [tokenKey(row.token)];
  await writeRows([...token, subscriptionKey(personId), settingsKey(personId)].map((key) => ({ delete: key })));
}
