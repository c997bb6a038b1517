import { useSyncExternalStore } from 'react';
import type { Tokens } from './cognito.ts';
import { ProblemError } from './problem.ts';

// Only those who sign in need it, so the first listing does without.
const pool = () => import('./cognito.ts');

/** Who is signed in here. `handle` is null until one is chosen and undefined until it is known. */
export type Session = { signedIn: false } | { signedIn: true; handle: string | null | undefined };
type Stored = { refreshToken: string; handle?: string | null };

/**
 * The refresh token is kept in localStorage so that a reload and other tabs stay signed in:
 * the site is one origin without a server session, and its content policy lets no foreign
 * script run that could read it. The access token lives in memory only.
 */
const storageKey = 'commonplace.session';
let access: { token: string; until: number } | undefined;
let stored = readStored();
let session = sessionOf(stored);
const listeners = new Set<() => void>();

function readStored(): Stored | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Stored | null;
    return found?.refreshToken ? found : undefined;
  } catch {
    return undefined;
  }
}

function sessionOf(from: Stored | undefined): Session {
  return from ? { signedIn: true, handle: from.handle } : { signedIn: false };
}

function store(next: Stored | undefined) {
  try {
    if (next) localStorage.setItem(storageKey, JSON.stringify(next));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage refused: the session lasts as long as this page.
  }
  take(next);
}

function take(next: Stored | undefined) {
  if (next?.refreshToken !== stored?.refreshToken) access = undefined;
  stored = next;
  session = sessionOf(next);
  for (const listener of listeners) listener();
}

// Another tab signed in, out, or took a handle.
window.addEventListener('storage', (event) => {
  if (event.key === storageKey || event.key === null) take(readStored());
});

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(onSessionChange, currentSession);
}

export function currentSession(): Session {
  return session;
}

function keep(tokens: Tokens, refreshToken: string, handle: string | null | undefined) {
  store({ refreshToken: tokens.RefreshToken ?? refreshToken, ...(handle === undefined ? {} : { handle }) });
  access = { token: tokens.AccessToken, until: Date.now() + (tokens.ExpiresIn - 30) * 1000 };
}

export async function signIn(email: string, password: string): Promise<void> {
  const { cognito, SignInError } = await pool();
  const answer = await cognito('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const tokens = answer.AuthenticationResult;
  if (!tokens?.RefreshToken) throw new SignInError('Challenge', `This account needs a step this site does not offer (${answer.ChallengeName ?? 'unknown'}).`);
  keep(tokens, tokens.RefreshToken, undefined);
}

export async function signOut(): Promise<void> {
  const token = stored?.refreshToken;
  store(undefined);
  // Signed out here whatever the pool says; revoking is for a copied token.
  if (token) await pool().then(({ cognito }) => cognito('RevokeToken', { Token: token })).catch(() => undefined);
}

export function rememberHandle(handle: string | null): void {
  if (stored && stored.handle !== handle) store({ ...stored, handle });
}

/** A valid access token, refreshed where needed or where `afresh`. Throws sign_in_required when signed out. */
export async function accessToken(afresh = false): Promise<string> {
  if (access && !afresh && access.until > Date.now()) return access.token;
  if (!stored) throw signInRequired();
  const stale = access?.token;
  // One tab and one request at a time: the pool may give a new refresh token each time.
  return exclusively(async () => {
    if (access && access.token !== stale && access.until > Date.now()) return access.token;
    const latest = readStored() ?? stored;
    if (!latest) throw signInRequired();
    const { cognito, SignInError } = await pool();
    try {
      const answer = await cognito('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: latest.refreshToken },
      });
      if (!answer.AuthenticationResult) throw signInRequired();
      keep(answer.AuthenticationResult, latest.refreshToken, latest.handle);
      return answer.AuthenticationResult.AccessToken;
    } catch (error) {
      if (!(error instanceof SignInError) || /TooMany|Limit|Internal/.test(error.code)) throw error;
      store(undefined);
      throw signInRequired();
    }
  });
}

let queue: Promise<unknown> = Promise.resolve();
async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(storageKey, work);
  const turn = queue.then(work, work);
  queue = turn.catch(() => undefined);
  return turn;
}

function signInRequired() {
  return new ProblemError({ type: 'about:blank', title: 'Sign in to do this', status: 401, code: 'sign_in_required' });
}
