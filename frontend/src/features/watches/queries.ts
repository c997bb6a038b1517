import { isSeen } from '#shared/watches/rules.ts';
import type { Seen, WatchedChange } from '#shared/watches/schema.ts';
import { call, type Request } from '../../client/call.ts';
import { forgetLoaded, setLoaded, useLoad, usePages } from '../../client/loads.ts';

/** Changes of what I watch, newest first. Where mutes leave nothing of a page the next is asked for, a few times. */
export const useWatchedChanges = () => usePages('mine:watching', (cursor) => loadPage(cursor));

async function loadPage(cursor: string | undefined, tries = 4) {
  const page = await call('listWatchedChanges', { query: { cursor } });
  if (cursor === undefined) setLoaded<Seen>('mine:watched-seen', page.seen);
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadPage(page.next, tries - 1);
}

const nothingSeen: Seen = { until: null, ones: [] };
/** What of them I have seen. */
export const useSeen = () => useLoad<Seen>('mine:watched-seen', () => Promise.resolve(nothingSeen), false).data;
export const isNew = (seen: Seen | undefined, line: { at: string; id: string }) =>
  seen !== undefined && !isSeen(seen, line);

/** One line, or everything until the newest one, is seen: at once on the page. */
export async function markSeen(line: WatchedChange, which: 'one' | 'all'): Promise<void> {
  const body = which === 'one' ? { one: line.id } : { until: line.at };
  setLoaded<Seen>('mine:watched-seen', (seen = nothingSeen) =>
    which === 'one' ? { ...seen, ones: [...seen.ones, line.id] } : { until: line.at, ones: [] },
  );
  await call('markWatchedSeen', { body });
  forgetLoaded('mine:unread');
}

export type ChangesQuery = Omit<Request<'listChanges'>['query'], 'cursor'>;

/** Recent changes of the whole site, as far as a filter leaves them. */
export const useChanges = (query: ChangesQuery) =>
  usePages(`changes:${JSON.stringify(query)}`, (cursor) => loadChanges(query, cursor));

async function loadChanges(query: ChangesQuery, cursor: string | undefined, tries = 4) {
  const page = await call('listChanges', { query: { ...query, cursor } });
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadChanges(query, page.next, tries - 1);
}
