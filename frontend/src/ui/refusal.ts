import { messageOf, ProblemError, readDetail } from '../client/problem.ts';
import { say } from './toasts.ts';

const here = () => encodeURIComponent(window.location.pathname + window.location.search);

export function signInFirst(toDo: string): void {
  say(`Sign in to ${toDo}.`, { link: { href: `/sign-in?back=${here()}`, label: 'Sign in and come back' } });
}

/** Says so where a session ended under a form: the form goes with it, what was written stays in its draft. */
export function sessionEnded(error: unknown): void {
  if (error instanceof ProblemError && error.code === 'sign_in_required')
    signInFirst('go on: your session has ended, and what you wrote is kept');
}

/** Tells why a write was rolled back, with the way to mend it where there is one. */
export function refused(what: string): (error: unknown) => void {
  return (error) => {
    if (error instanceof ProblemError && error.code === 'sign_in_required') return signInFirst('do this');
    const href = error instanceof ProblemError ? readDetail(error.detail).href : undefined;
    const link =
      error instanceof ProblemError && error.code === 'handle_required'
        ? { href: `/choose-handle?back=${here()}`, label: 'Choose a handle' }
        : href
          ? { href, label: 'More about it' }
          : undefined;
    say(`${what}: ${messageOf(error)}`, { tone: 'refused', link });
  };
}
