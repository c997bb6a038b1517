import { call } from '../../client/call.ts';
import { useLoad, usePages } from '../../client/loads.ts';

/** My home feed. Where mutes leave nothing of a page the next is asked for, a few times. */
export function useHome() {
  return usePages('mine:home', (cursor) => loadPage(cursor));
}

async function loadPage(cursor: string | undefined, tries = 4) {
  const page = await call('listHome', { query: { cursor } });
  if (page.entries.length > 0 || !page.next || tries <= 1) return page;
  return loadPage(page.next, tries - 1);
}

/** Whom a person follows, or who follows them: as many as come on one page. */
export function useNetwork(handle: string, side: 'following' | 'followers', wanted: boolean) {
  const operation = side === 'following' ? 'listFollowing' : 'listFollowers';
  return useLoad(`${side}:${handle}`, () => call(operation, { params: { handle }, query: {} }), wanted);
}
