import type { Context } from 'aws-lambda';
import { addressOf } from '#functions/runtime/address-of.ts';
import { atMost } from '#functions/runtime/concurrency.ts';
import { environment } from '#functions/runtime/environment.ts';
import { log } from '#functions/runtime/log.ts';
import { sendMail } from '#functions/runtime/mail.ts';
import { unseenChanges } from '#functions/watches/reader.ts';
import { composeDigest } from '#shared/notifications/digest.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import type { SubscriptionRow } from '../settings/table.ts';
import { unreadNotices } from '../unread.ts';
import { claimMail, coverUntil, subscriptions } from './table.ts';

/** What is left to end in good order. */
const reserve = 30_000;
/** Few at once: a mail service counts mails by the second. */
const atOnce = 5;
/** What happened is projected by then. What is later comes with the next mail: nothing is told twice, nothing left out. */
const settled = 300_000;
/** What somebody who is muted wrote does not stand before what is to be told: some thousands are looked through, once a day. */
const stretches = 50;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** Whether somebody’s digest is due: once a day, or a week after the one before. */
export function isDue({ often, begun, covered }: Pick<SubscriptionRow, 'often' | 'begun' | 'covered'>, now: Date) {
  if (often === 'daily') return begun === undefined || begun < dayOf(now);
  return (begun ?? covered.slice(0, 10)) <= dayOf(new Date(now.getTime() - 7 * 86_400_000));
}

/**
 * The scheduled job: tells by mail what waits unread since the mail before. A mail is begun at most once a day: that is
 * noted before it is sent, so that one that fails is not sent twice, and what it held comes with the next one.
 */
export async function runDigest(context: Pick<Context, 'getRemainingTimeInMillis'>, now = new Date()): Promise<void> {
  if (!environment.sendsMail) return log('info', 'no digests: mail is not set up');
  const counts = { sent: 0, nothing: 0, failed: 0 };
  for await (const rows of subscriptions()) {
    if (context.getRemainingTimeInMillis() < reserve) {
      log('warn', 'digests unfinished', counts);
      return;
    }
    const due = rows.filter((row) => isDue(row, now));
    for (const outcome of await atMost(atOnce, due, (row) => send(row, now))) if (outcome) counts[outcome]++;
  }
  log(counts.failed > 0 ? 'warn' : 'info', 'digests', counts);
}

async function send(row: SubscriptionRow, now: Date): Promise<'sent' | 'nothing' | 'failed' | undefined> {
  if (!(await claimMail(row, dayOf(now)))) return undefined;
  try {
    const until = isoSeconds(new Date(now.getTime() - settled));
    const [notices, changes] = await Promise.all([
      unreadNotices(row.personId, now, { since: row.covered, until, stretches }),
      unseenChanges(row.personId, now, { since: row.covered, until, stretches }),
    ]);
    const isEmpty = notices.length === 0 && changes.length === 0;
    const address = isEmpty ? undefined : await addressOf(row.sub);
    if (address !== undefined) await sendMail(address, composeDigest({ notices, changes }, row));
    await coverUntil(row, until);
    return address === undefined ? 'nothing' : 'sent';
  } catch (error) {
    // Its message may name the address.
    log('warn', 'digest not sent', { error: error instanceof Error ? error.name : typeof error });
    return 'failed';
  }
}
