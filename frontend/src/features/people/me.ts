import { useEffect } from 'react';
import { call } from '../../client/call.ts';
import { rememberHandle, useSession } from '../../client/session.ts';

/** Asks for my handle and keeps it with the session. */
export async function learnHandle(): Promise<string | null> {
  const { handle } = await call('getMe', {});
  rememberHandle(handle);
  return handle;
}

/** Sees to it that the session's handle becomes known. */
export function useMe(): void {
  const session = useSession();
  const unknown = session.signedIn && session.handle === undefined;
  useEffect(() => {
    // Unknown it stays harmless: whatever needs a handle is refused with a way to choose one.
    if (unknown) learnHandle().catch(() => undefined);
  }, [unknown]);
}
