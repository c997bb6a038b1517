import assert from 'node:assert/strict';
import {
  AdminConfirmSignUpCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Step } from './checks.ts';
import { call, deployed, eventually, ofStage, region, run } from './deployment.ts';

type Tokens = { access: string; id: string; refresh: string };
const pool = new CognitoIdentityProviderClient({ region });
let alice: Tokens;
let bob: Tokens;
/** The link that Alice adds and Bob votes for. */
export const link = { id: '' };

export const passwordOfAll = 'correct horse battery';

/** Signs somebody up in the deployed pool, and in. */
export async function signUp(name: string): Promise<Tokens> {
  const { userPoolId, userPoolClientId } = await deployed();
  const Username = `${name}@example.org`;
  const Password = passwordOfAll;
  await pool.send(
    new SignUpCommand({
      ClientId: userPoolClientId,
      Username,
      Password,
      UserAttributes: [{ Name: 'email', Value: Username }],
    }),
  );
  // No mail leaves the emulator.
  await pool.send(new AdminConfirmSignUpCommand({ UserPoolId: userPoolId, Username }));
  const { AuthenticationResult: got } = await pool.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: userPoolClientId,
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  );
  assert.ok(got?.AccessToken && got.IdToken && got.RefreshToken);
  return { access: got.AccessToken, id: got.IdToken, refresh: got.RefreshToken };
}

type Card = { id: string };
export const ranked = async () => {
  const { status, body } = await call('GET', '/api/rankings?kind=link&order=top');
  assert.equal(status, 200);
  return body.entries as Card[];
};

export const countsOf = async (id: string) => (await call('GET', `/api/items/${id}`)).body.counts as { up: number };

/** Alice adds a link; answers its id. */
export async function add(url: string, title = url): Promise<string> {
  const made = await call('POST', '/api/items', {
    token: alice.access,
    body: { kind: 'link', fields: { url, title } },
  });
  assert.equal(made.status, 200, JSON.stringify(made.body));
  return (made.body.item as { id: string }).id;
}

/** Whose token was got here already. */
export function alreadyIn(name: string): Promise<string> | undefined {
  const tokens = { alice, bob }[name];
  return tokens && Promise.resolve(tokens.access);
}

/** Bob takes his vote for the link back. */
export async function withdrawVote(): Promise<void> {
  const { status } = await call('DELETE', `/api/items/${link.id}/vote`, { token: bob.access });
  assert.equal(status, 200);
}

export const peopleSteps: Step[] = [
  [
    'two people sign up in the user pool and sign in',
    async () => {
      alice = await signUp('alice');
      bob = await signUp('bob');
    },
  ],
  [
    'the gateway refuses who brings no token, none that is one, a changed one, and a token of another use',
    async () => {
      const [head, payload, signature = ''] = alice.access.split('.');
      const changed = `${head}.${payload}.${signature.slice(0, -8)}AAAAAAAA`;
      assert.equal((await call('GET', '/api/me')).status, 401);
      assert.equal((await call('GET', '/api/me', { token: 'garbage' })).status, 401);
      assert.equal((await call('GET', '/api/me', { token: changed })).status, 401);
      assert.equal((await call('GET', '/api/me', { token: alice.id })).status, 403);
    },
  ],
  [
    'it accepts an access token, and the function knows whose it is',
    async () => {
      const { status, body } = await call('GET', '/api/me', { token: alice.access });
      assert.deepEqual({ status, body }, { status: 200, body: { handle: null } });
      for (const [name, { access }] of Object.entries({ alice, bob })) {
        const chosen = await call('PUT', '/api/me/handle', { token: access, body: { handle: name } });
        assert.deepEqual(chosen, { status: 200, body: { handle: name } });
      }
    },
  ],
  [
    'a link is added, tagged and reviewed, and reaches the listing through the stream',
    async () => {
      link.id = await add('https://example.org/commons', 'The commons');
      const tagged = await call('PUT', `/api/items/${link.id}/tags/commons`, { token: alice.access });
      assert.equal(tagged.status, 200, JSON.stringify(tagged.body));
      const reviewed = await call('PUT', `/api/items/${link.id}/review`, {
        token: bob.access,
        body: { rating: 4.5, text: 'Worth keeping.' },
      });
      assert.equal(reviewed.status, 200, JSON.stringify(reviewed.body));
      await eventually('The link in the listing', async () => (await ranked()).some(({ id }) => id === link.id));
    },
  ],
  [
    'a second person’s vote reaches the ranking through the stream',
    async () => {
      const cast = await call('PUT', `/api/items/${link.id}/vote`, { token: bob.access, body: { value: 'up' } });
      assert.equal(cast.status, 200, JSON.stringify(cast.body));
      await eventually('The vote in the item’s counts', async () => {
        return (await countsOf(link.id)).up === 1;
      });
      const own = await call('PUT', `/api/items/${link.id}/vote`, { token: alice.access, body: { value: 'up' } });
      assert.equal(own.body.code, 'own_contribution');
    },
  ],
  [
    'audit finds no difference in the deployed stage',
    async () => assert.match(await run('audit', ofStage), /[1-9]\d* projected rows checked, 0 differ/),
  ],
  [
    'rebuild holds writes, writes the same projections again, and lets writes in',
    async () => {
      const building = run('rebuild', ofStage);
      await eventually('The closing of the stage', async () => {
        const { status } = await call('PUT', `/api/items/${link.id}/tags/late`, { token: alice.access });
        return status >= 500 || status === 429;
      });
      assert.match(await building, /projected rows rebuilt from [1-9]\d* facts/);
      assert.match(await run('audit', ofStage), /, 0 differ/);
      const { status } = await call('PUT', `/api/items/${link.id}/tags/late`, { token: alice.access });
      assert.equal(status, 200);
    },
  ],
];
