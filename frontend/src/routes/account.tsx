import { Link, useLocation } from 'wouter';
import { messageOf } from '../client/problem.ts';
import { useSession } from '../client/session.ts';
import { signOut } from '../client/tokens.ts';
import { DeleteAccount } from '../features/people/delete-account.tsx';
import { useMe } from '../features/people/me.ts';
import { Tokens } from '../features/tokens/tokens.tsx';
import { BanNote } from '../ui/ban-note.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toasts.ts';
import styles from './account.module.css';

export default function AccountRoute() {
  const session = useSession();
  const [, navigate] = useLocation();
  useMe();
  const leave = async () => {
    try {
      const done = signOut();
      navigate('/');
      await done;
      say('You are signed out.');
    } catch (error) {
      say(`You are still signed in. ${messageOf(error)}`, { tone: 'refused' });
    }
  };
  if (!session.signedIn) {
    return (
      <>
        <Heading title="Your account" />
        <Notice title="You are not signed in">
          <p>
            <ButtonLink href="/sign-in?back=/account">Sign in</ButtonLink>
          </p>
        </Notice>
      </>
    );
  }
  return (
    <div className={styles.page}>
      <Heading title="Your account" />
      <BanNote />
      <p>
        {session.handle ? (
          <>
            You are <Link href={`/@${session.handle}`}>@{session.handle}</Link>.
          </>
        ) : (
          <>
            You have no handle yet. <Link href="/choose-handle?back=/account">Choose one</Link>.
          </>
        )}
      </p>
      <p>
        <Button onClick={() => void leave()}>Sign out</Button>
      </p>
      <h2>Notifications</h2>
      <p>
        <Link href="/notifications#settings">What you are told of, here and by mail</Link> ·{' '}
        <Link href="/watching">What you watch</Link>
      </p>
      <h2>Following</h2>
      <p>
        <Link href="/following">Whom and what you follow, and what you muted</Link>
      </p>
      <h2>What you own</h2>
      <p>
        <Link href="/owned">What here is yours</Link>, and which reviews and questions of it nobody answered
      </p>
      <h2>Bring your bookmarks, books and places</h2>
      <p>
        <Link href="/import">Import what you saved elsewhere</Link>: from your browser, Pinboard, Pocket, Goodreads and
        others, with dates, tags, notes and ratings. What is private there stays private.
      </p>
      <h2>Take yours with you</h2>
      <p>
        <Link href="/export">Export everything of yours</Link>: bookmarks for a browser or Pinboard, books for Goodreads
        or NeoDB, or all of it for a site like this one.
      </p>
      <p>
        <Link href="/my-tags">Your tags</Link>: rename, merge, delete and bundle them.
      </p>
      <h2 id="tokens">API tokens</h2>
      <p>
        For scripts and the browser extension: a token lets a program do in your name what you say it may, until you
        revoke it. <Link href="/api-docs">What there is to call</Link>
      </p>
      <Tokens />
      <h2>Delete your account</h2>
      <p>
        Your e-mail address and your handle go at once. What you gave under a free licence (items, reviews, edits,
        comments, proposals, tags) stays, credited to a former member and no longer linked to you. This cannot be taken
        back.
      </p>
      <details>
        <summary>Delete my account…</summary>
        <DeleteAccount
          handle={session.handle}
          onDeleted={() => {
            say('Your account is deleted.');
            navigate('/');
          }}
        />
      </details>
    </div>
  );
}
