import { call } from '../../client/call.ts';
import { setLoaded, useLoad, usePages } from '../../client/loads.ts';
import { useSession } from '../../client/session.ts';

/** Items sent to me, newest first; `readUntil` is asked for apart. */
export function useInbox() {
  return usePages('inbox', async (cursor) => {
    const page = await call('listInbox', { query: { cursor } });
    if (cursor === undefined) setLoaded('inbox-read', { until: page.readUntil });
    return page;
  });
}

/** Until when I had read when the inbox was opened. */
export const useReadUntil = () =>
  useLoad<{ until: string | null }>('inbox-read', () => Promise.resolve({ until: null }), false).data?.until;

/** How many I have not read. */
export function useUnread(): number {
  const { signedIn } = useSession();
  return useLoad('unread', () => call('countUnread', {}), signedIn).data?.unread ?? 0;
}

/** Everything until then is read. */
export async function markRead(until: string): Promise<void> {
  await call('markInboxRead', { body: { until } });
  setLoaded('unread', { unread: 0 });
}
