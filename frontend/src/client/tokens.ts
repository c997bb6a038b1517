import { cognito, SignInError, type Tokens } from './cognito.ts';
import { ProblemError } from './problem.ts';
import { currentStored, onSessionChange, readStored, storageKey, store } from './session.ts';

// Loaded by those who sign in: the first listing does without.
let access: { token: string; until: number; from: string } | undefined;
onSessionChange(() => {
  if (access && currentStored()?.refreshToken !== access.from) access = undefined;
});

function keep(tokens: Tokens, refreshToken: string, handle: string | null | undefined) {
  const from = tokens.RefreshToken ?? refreshToken;
  store({ refreshToken: from, ...(handle === undefined ? {} : { handle }) });
  access = { token: tokens.AccessToken, until: Date.now() + (tokens.ExpiresIn - 30) * 1000, from };
}

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
  keep(tokens, tokens.RefreshToken, undefined);
}

/** Forgets the session here without asking the pool: it has forgotten the person. */
export function forgetSession(): void {
  store(undefined);
}

export async function signOut(): Promise<void> {
  const token = currentStored()?.refreshToken;
  forgetSession();
  // Signed out here whatever the pool says; revoking is for a copied token.
  if (token) await cognito('RevokeToken', { Token: token }).catch(() => undefined);
}

/** A valid access token, refreshed where needed or where `afresh`. Throws sign_in_required when signed out. */
export async function accessToken(afresh = false): Promise<string> {
  if (access && !afresh && access.until > Date.now()) return access.token;
  if (!currentStored()) throw signInRequired();
  const stale = access?.token;
  // One tab and one request at a time: the pool may give a new refresh token each time.
  return exclusively(async () => {
    if (access && access.token !== stale && access.until > Date.now()) return access.token;
    const latest = readStored() ?? currentStored();
    if (!latest) throw signInRequired();
    try {
      const answer = await cognito('InitiateAuth', {
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: latest.refreshToken },
      });
      // Signed out, or somebody else signed in, while the pool was asked.
      if (!answer.AuthenticationResult || currentStored()?.refreshToken !== latest.refreshToken) throw signInRequired();
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
