import type { NoticeSettings } from '#shared/notifications/schema.ts';
import type { SettingsRow } from './table.ts';

/** What somebody wants who has not said. */
export const settingsFrom = (row: SettingsRow | undefined): NoticeSettings => ({
  off: row?.off ?? [],
  digest: row?.digest ?? 'off',
  watchWritten: row?.watchWritten ?? true,
});
