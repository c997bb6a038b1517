import { askSession } from './ask-session.ts';
import { cognito, SignInError } from './cognito.ts';
import { ProblemError } from './problem.ts';
import { currentStored, onSessionChange, readStored, type Stored, storageKey, store } from './session.ts';

// Loaded by those who sign in: the first listing does without.
let access: { token: string; until: number; since: number | undefined } | undefined;
onSessionChange(() => {
  const stored = currentStored();
  if (!stored || stored.since !== access?.since) access = undefined;
});

function take(token: string, seconds: number, since: number | undefined): string {
  access = { token, until: Date.now() + (seconds - 30) * 1000, since };
  return token;
}

/** Signs in at the user pool and hands the refresh token over, out of reach of every script. */
export async function signIn(email: string, password: string): Promise<void> {
  // Whoever was signed in here before is not any more.
  store(undefined);
  const answer = await cognito('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const tokens = answer.AuthenticationResult;
  if (!tokens?.RefreshToken)
    throw new SignInError(
      'Challenge',
      `This account needs a step this site does not offer (${answer.ChallengeName ?? 'unknown'}).`,
    );
  const { since } = await exclusively(() => handOver(tokens.RefreshToken ?? '', {}));
  take(tokens.AccessToken, tokens.ExpiresIn, since);
}

const keep = (refreshToken: string) => askSession('keepSession', { body: { refreshToken } });

async function handOver(refreshToken: string, rest: Stored): Promise<Stored> {
  await keep(refreshToken);
  const kept = { ...rest, since: Date.now() };
  store(kept);
  return kept;
}

/** What is stored; a refresh token that stood in it, as in sessions of before, is handed over first. */
async function handedOver(): Promise<Stored | undefined> {
  const found = readStored() ?? currentStored();
  if (found?.refreshToken === undefined) return found;
  const { refreshToken, ...rest } = found;
  const kept = await handOver(refreshToken, rest).catch(unlessRefused);
  if (!kept) store(undefined);
  return kept;
}

const isRefused = (error: unknown) => error instanceof ProblemError && [400, 401].includes(error.status);
const unlessRefused = (error: unknown): undefined => {
  if (!isRefused(error)) throw error;
};

/** Forgets the session whatever comes of it: the pool has forgotten the person. */
export async function forgetSession(): Promise<void> {
  await signOut().catch(() => store(undefined));
}

/**
 * Signs out, here at once. Throws where the site could not be told, and the session goes on: its cookie is out of
 * reach, and whoever comes next should not find it.
 */
export async function signOut(): Promise<void> {
  const before = currentStored();
  store(undefined);
  try {
    await exclusively(async () => {
      // A token that was never handed over is to be revoked as well.
      if (before?.refreshToken !== undefined) await keep(before.refreshToken).catch(unlessRefused);
      await askSession('endSession', {});
    });
  } catch (error) {
    if (!readStored()) store(before);
    throw error;
  }
}

/** A valid access token, asked for anew where needed or where `afresh`. Throws sign_in_required when signed out. */
export async function accessToken(afresh = false): Promise<string> {
  if (access && !afresh && access.until > Date.now()) return access.token;
  if (!currentStored()) throw signInRequired();
  const stale = access?.token;
  // One tab and one request at a time: the pool may give a new refresh token each time.
  return exclusively(async () => {
    if (access && access.token !== stale && access.until > Date.now()) return access.token;
    const session = await handedOver();
    if (!session) throw signInRequired();
    const answer = await askSession('renewSession', {}).catch((error: unknown) => {
      if (isRefused(error)) store(undefined);
      throw error;
    });
    // Signed out, or somebody else signed in, while it was asked for.
    const now = currentStored();
    if (!now || now.since !== session.since) throw signInRequired();
    return take(answer.accessToken, answer.expiresIn, now.since);
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
