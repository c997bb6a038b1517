import { type Answer, call } from '../../client/call.ts';
import { setLoaded, useLoad, usePages } from '../../client/loads.ts';
import { waitingKey } from '../../client/waiting.ts';

/** Items sent to me, newest first; `readUntil` is asked for apart. */
export function useInbox() {
  return usePages('mine:inbox', async (cursor) => {
    const page = await call('listInbox', { query: { cursor } });
    if (cursor === undefined) setLoaded('mine:inbox-read', { until: page.readUntil });
    return page;
  });
}

/** Until when I had read when the inbox was opened. */
export const useReadUntil = () =>
  useLoad<{ until: string | null }>('mine:inbox-read', () => Promise.resolve({ until: null }), false).data?.until;

/** Everything until then is read. */
export async function markRead(until: string): Promise<void> {
  await call('markInboxRead', { body: { until } });
  setLoaded<Answer<'countWaiting'>>(waitingKey, (waiting) => waiting && { ...waiting, inbox: 0 });
}
