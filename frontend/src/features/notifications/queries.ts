import type { Notice, NoticeSettings } from '#shared/notifications/schema.ts';
import { isSeen } from '#shared/watches/rules.ts';
import type { Seen } from '#shared/watches/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad, usePages } from '../../client/loads.ts';

/** My notifications, newest first. Where mutes leave nothing of a page the next is asked for, a few times. */
export const useNotices = () => usePages('mine:notices', (cursor) => loadPage(cursor));

async function loadPage(cursor: string | undefined, tries = 4) {
  const page = await call('listNotices', { query: { cursor } });
  if (cursor === undefined) setLoaded<Seen>('mine:notices-read', page.seen);
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadPage(page.next, tries - 1);
}

const nothingRead: Seen = { until: null, ones: [] };
export const useRead = () => useLoad<Seen>('mine:notices-read', () => Promise.resolve(nothingRead), false).data;
export const isNew = (read: Seen | undefined, line: { at: string; id: string }) =>
  read !== undefined && !isSeen(read, line);

/** Some lines, or everything until the newest one, are read: at once on the page. */
export async function markRead(lines: readonly Notice[], which: 'these' | 'all'): Promise<void> {
  const [newest] = lines;
  if (!newest) return;
  setLoaded<Seen>('mine:notices-read', (read = nothingRead) =>
    which === 'these'
      ? { ...read, ones: [...read.ones, ...lines.map(({ id }) => id)] }
      : { until: newest.at, ones: [] },
  );
  if (which === 'all') await call('markNoticesRead', { body: { until: newest.at } });
  else for (const { id } of lines) await call('markNoticesRead', { body: { one: id } });
  forgetLoaded('mine:unread');
}

export const useSettings = () => useLoad('mine:notice-settings', () => call('getNoticeSettings', {}));

/** What I want to be told of, from now on. */
export async function saveSettings(settings: NoticeSettings): Promise<void> {
  const answer = await call('putNoticeSettings', { body: { ...settings, site: window.location.origin } });
  setLoaded<Answer<'getNoticeSettings'>>('mine:notice-settings', answer);
  forgetLoaded('mine:notices');
  forgetLoaded('mine:unread');
}
