import { call } from './call.ts';
import { useLoad } from './loads.ts';
import { useSession } from './session.ts';

/** Where the answer of `useWaiting` is kept. */
export const waitingKey = 'mine:unread';

/** What every page of somebody signed in asks once: how much of each sort waits for them, and whether they are banned. */
export function useWaiting() {
  const { signedIn } = useSession();
  return useLoad(waitingKey, () => call('countWaiting', {}), signedIn).data;
}
