import { forgetLoaded } from './loads.ts';
import { forgetOwnWrites } from './own-writes.ts';
import { currentSession, currentStored, onSessionChange } from './session.ts';

/**
 * Has what one person was shown of their own meet nobody else in this tab. As a session ends, keys that begin with
 * “mine:” are forgotten, and what is public stays on the page. As another one begins, everything is.
 */
export function forgetWithSession(): void {
  let wasSignedIn = currentSession().signedIn;
  let latest = currentStored()?.since;
  onSessionChange(() => {
    const { signedIn } = currentSession();
    if (signedIn === wasSignedIn) return;
    wasSignedIn = signedIn;
    if (!signedIn) {
      forgetOwnWrites();
      return forgetLoaded('mine:');
    }
    const since = currentStored()?.since;
    // Where the site could not be told of signing out, the same session goes on.
    forgetLoaded(since === latest ? 'mine:' : '');
    latest = since;
  });
}
