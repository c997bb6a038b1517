import { createContext, use, useSyncExternalStore } from 'react';

/** Who is signed in here. `handle` is null until one is chosen and undefined until it is known. */
export type Session = { signedIn: false } | { signedIn: true; handle: string | null | undefined };
/**
 * What is kept here of a session, known to everybody anyway: since when it is one, which tells it from the next, and its
 * handle. The refresh token stood here too before it was kept in a cookie.
 */
export type Stored = { since?: number; handle?: string | null; refreshToken?: string };

/**
 * In localStorage a reload and other tabs find at once that somebody is signed in. Tokens are not there: the refresh
 * token is in a cookie that no script can read, the access token lives in memory only.
 */
export const storageKey = 'commonplace.session';
/** A page that was rendered for everyone begins so. */
export const nobody: Session = { signedIn: false };
let stored = readStored();
let session = sessionOf(stored);
const listeners = new Set<() => void>();

export function readStored(): Stored | undefined {
  try {
    return (JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Stored | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function sessionOf(from: Stored | undefined): Session {
  return from ? { signedIn: true, handle: from.handle } : nobody;
}

export function store(next: Stored | undefined) {
  try {
    if (next) localStorage.setItem(storageKey, JSON.stringify(next));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage refused: the session lasts as long as this page.
  }
  take(next);
}

function take(next: Stored | undefined) {
  // Where another tab went from one person to the next, there is nobody in between here as well.
  if (next && stored?.since !== undefined && next.since !== stored.since) take(undefined);
  stored = next;
  session = sessionOf(next);
  for (const listener of listeners) listener();
}

// Another tab signed in, out, or took a handle.
if (!import.meta.env.SSR)
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey || event.key === null) take(readStored());
  });

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For whom the page is drawn: for everybody at first, where it was rendered (app/own-page.tsx). */
export const PageSession = /* @__PURE__ */ createContext<Session>(nobody);
export const useSession = (): Session => use(PageSession);

export function useStoredSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession, () => nobody);
}

export function currentSession(): Session {
  return session;
}

/** What is stored of the session, as this page knows it. */
export function currentStored(): Stored | undefined {
  return stored;
}

export function rememberHandle(handle: string | null): void {
  if (stored && stored.handle !== handle) store({ ...stored, handle });
}
