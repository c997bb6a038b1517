import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useSession } from '../../client/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMe } from './me.ts';

/** Shows its page to people with a handle; others are told the one step that is missing. */
export function WithHandle({ toDo, back, children }: { toDo: string; back: string; children: ReactNode }) {
  const session = useSession();
  useMe();
  const query = `?back=${encodeURIComponent(back)}`;
  if (!session.signedIn) {
    return (
      <Notice title={`Sign in to ${toDo}`}>
        <p>
          <ButtonLink href={`/sign-in${query}`}>Sign in and come back</ButtonLink>
        </p>
        <p>
          No account yet? <Link href={`/sign-up${query}`}>Sign up</Link>: an e-mail address is all it takes, and it is
          never shown.
        </p>
      </Notice>
    );
  }
  if (session.handle === null) {
    return (
      <Notice title="Choose a handle first">
        <p>It is the name under which what you add is credited.</p>
        <p>
          <ButtonLink href={`/choose-handle${query}`}>Choose a handle</ButtonLink>
        </p>
      </Notice>
    );
  }
  return children;
}
