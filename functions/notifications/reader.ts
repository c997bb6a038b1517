import type { NoticeSettings } from '#shared/notifications/schema.ts';
import { removeSettings, settingsOf } from './settings/table.ts';
import { settingsFrom } from './settings/wanted.ts';

export { markSeen } from './seen/mark.ts';
export { isSeenRow, seenOf } from './seen/table.ts';

/** Whether a person watches what they write on. */
export async function watchesWhatIWrite(personId: string): Promise<boolean> {
  return settingsFrom(await settingsOf(personId)).watchWritten;
}

/** Ends the digest of a closed account, and forgets what it wanted. */
export const leaveDigest = removeSettings;

/** What a person wants to be told of, where they said so. */
export async function noticeSettingsOf(personId: string): Promise<NoticeSettings | undefined> {
  const row = await settingsOf(personId);
  return row && settingsFrom(row);
}
