import assert from 'node:assert/strict';
import {
  AdminConfirmSignUpCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Step } from './checks.ts';
import { call, deployed, eventually, region, run } from './deployment.ts';

type Tokens = { access: string; id: string; refresh: string };
const pool = new CognitoIdentityProviderClient({ region });
let alice: Tokens;
let bob: Tokens;
/** The link that Alice adds and Bob votes for. */
export const link = { id: '' };

async function signUp(name: string): Promise<Tokens> {
  const { userPoolId, userPoolClientId } = await deployed();
  const Username = `${name}@example.org`;
  const Password = 'correct horse battery';
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
      const fields = { url: 'https://example.org/commons', title: 'The commons' };
      const made = await call('POST', '/api/items', {
        token: alice.access,
        body: { kind: 'link', fields },
      });
      assert.equal(made.status, 200, JSON.stringify(made.body));
      link.id = (made.body.item as { id: string }).id;
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
        const { body } = await call('GET', `/api/items/${link.id}`);
        return (body.counts as { up: number }).up === 1;
      });
      const own = await call('PUT', `/api/items/${link.id}/vote`, { token: alice.access, body: { value: 'up' } });
      assert.equal(own.body.code, 'own_contribution');
    },
  ],
  [
    'audit finds no difference in the deployed table',
    async () => {
      const { tableName } = await deployed();
      assert.match(await run('audit', [], { TABLE_NAME: tableName }), /[1-9]\d* projected rows checked, 0 differ/);
    },
  ],
  [
    'rebuild writes the same projections again',
    async () => {
      const { tableName } = await deployed();
      await run('rebuild', [], { TABLE_NAME: tableName });
      assert.match(await run('audit', [], { TABLE_NAME: tableName }), /, 0 differ/);
    },
  ],
];
