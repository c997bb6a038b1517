import assert from 'node:assert/strict';
import fc from 'fast-check';
import { request } from '#infra/commands/deployment/edge-request.ts';
import { allOperations, type OperationName, operations } from '#shared/capabilities.ts';
import { httpErrors } from '#shared/http/errors.ts';
import { problem } from '#shared/http/problem.ts';
import type { Operation } from '#shared/operation.ts';
import { owns } from '#tests/builders/claim.ts';
import { examplesOf, type Valid } from '#tests/builders/request.ts';
import { placesIn } from '#tests/integration/contract/places.ts';
import { carriedOut, type Plan, requests } from '#tests/integration/contract/requests.ts';
import type { World } from '#tests/worlds/alice-and-bob.ts';
import type { Step } from './checks.ts';
import { call, deployed } from './deployment.ts';
import { add, alreadyIn, link, signUp } from './people.ts';
import { subIn, written } from './written.ts';

const hostile = 300;
const world: World = {
  itemId: '',
  reviewId: '',
  bookId: '',
  areaId: '',
  placeId: '',
  questionId: '',
  editedId: '',
  writtenId: '',
  listId: '',
  closedListId: '',
  doomedListId: '',
  commentId: '',
  doomedCommentId: '',
  proposalId: '',
  withdrawnProposalId: '',
  appliedProposalId: '',
  importId: '',
  cancelledImportId: '',
  digestToken: '',
  removedListId: '',
  actId: '',
};
const tokens = new Map<string, Promise<string>>();

/** Whoever an example names, signed up in the deployed pool and, unless a newcomer, with a handle. */
function tokenOf(name: string): Promise<string> {
  const known = tokens.get(name) ?? alreadyIn(name) ?? arrive(name);
  tokens.set(name, known);
  return known;
}

async function arrive(name: string): Promise<string> {
  const { access } = await signUp(name);
  if (!/^(newcomer|nameless)/.test(name))
    await call('PUT', '/api/me/handle', { token: access, body: { handle: name } });
  return access;
}

type Got = { status: number; text: string };

async function send(operation: Operation, example: Valid, token: string | undefined): Promise<Got> {
  const { apiUrl } = await deployed();
  const encode = (text: unknown) => encodeURIComponent(String(text ?? '').toWellFormed()).slice(0, 4000);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(example.params?.[name]));
  const query = Object.entries(example.query ?? {}).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const body = example.raw?.toString() ?? (example.body === undefined ? undefined : JSON.stringify(example.body));
  const headers = Object.entries(example.headers ?? {}).filter(([, value]) => /^[\x20-\x7e]{0,4000}$/.test(value));
  return request(
    `${apiUrl}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    {
      method: operation.method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...Object.fromEntries(headers),
      },
      body,
    },
    process.env.AWS_ENDPOINT_URL,
  );
}

/** What an answer breaks of its contract; undefined where it keeps it. */
function breach({ name, output, errors }: Operation, { status, text }: Got): string | undefined {
  const about = `${name}: ${status} ${text.slice(0, 300)}`;
  if (status >= 500) return about;
  // The gateway refuses by itself what has no route, and who brings no token.
  if ([401, 403, 404].includes(status) && /^\{"message":"[A-Za-z ]+"\}$/.test(text)) return undefined;
  const body = JSON.parse(text) as unknown;
  if (status === 200) return output.safeParse(body).success ? undefined : `${about} is not the contract's output`;
  const refused = problem.safeParse(body);
  if (!refused.success) return `${about} is no problem document`;
  const { code } = refused.data;
  const isDocumented = code in httpErrors || (errors as readonly string[]).includes(code);
  return isDocumented ? undefined : `${about}: ${code} is not documented`;
}

export const contractSteps: Step[] = [
  [
    'what the contract keeps for signed-in people is refused to everybody else, operation by operation',
    async () => {
      // Some examples look at the table.
      process.env.TABLE_NAME = (await deployed()).tableName;
      // Bob has not reviewed this one yet.
      world.itemId = await add('https://example.org/contract');
      world.editedId = await add('https://example.org/edited');
      const bob = await tokenOf('bob');
      const view = await call('GET', `/api/items/${link.id}/reviews`);
      world.reviewId = (view.body.entries as { id: string }[])[0]?.id ?? '';
      assert.ok(world.reviewId);
      const begin = async () => {
        const text = `Book Id,Title,Author,My Rating,My Review\n${world.importId.length},One,Ann,4,Read`;
        const token = await tokenOf('alice');
        const { body } = await call('POST', '/api/imports', { token, body: { format: 'goodreads', text } });
        return (body.import as { id: string }).id;
      };
      world.importId = await begin();
      world.cancelledImportId = await begin();
      assert.ok(bob);
      const listOf = async (mode: string, ...items: string[]) => {
        const token = await tokenOf('alice');
        const { body } = await call('POST', '/api/lists', { token, body: { title: 'Pages', mode } });
        const { id } = body.list as { id: string };
        for (const item of items) await call('PUT', `/api/lists/${id}/items/${item}`, { token, body: { note: null } });
        return id;
      };
      world.listId = await listOf('open', world.itemId);
      world.closedListId = await listOf('closed', world.itemId, world.editedId);
      world.doomedListId = await listOf('closed');
      const [alice, carol] = [await tokenOf('alice'), await tokenOf('carol')];
      const say = async (name: string) => {
        const asked = { token: await tokenOf(name), body: { text: 'What do you make of it?' } };
        const { body } = await call('POST', `/api/threads/items/${world.itemId}`, asked);
        return (body.comment as { id: string }).id;
      };
      world.commentId = await say('carol');
      world.doomedCommentId = await say('dave');
      const fields = { title: 'A book of the contract' };
      const book = await call('POST', '/api/items', { token: alice, body: { kind: 'book', fields } });
      world.bookId = (book.body.item as { id: string }).id;
      const quarter = { name: 'A quarter of the contract', position: { latitude: 48.2, longitude: 16.37 } };
      const area = await call('POST', '/api/items', { token: alice, body: { kind: 'area', fields: quarter } });
      world.areaId = (area.body.item as { id: string }).id;
      const place = { kind: 'place', fields: { name: 'A place', position: { latitude: 48.2, longitude: 16.37 } } };
      const added = await call('POST', '/api/items', { token: alice, body: place });
      world.placeId = (added.body.item as { id: string }).id;
      const asked = { token: carol, body: { text: 'Is there a garden?' } };
      const question = await call('POST', `/api/threads/questions/${world.placeId}`, asked);
      world.questionId = (question.body.comment as { id: string }).id;
      assert.ok(alice);
      // The first review is of the link.
      for (const id of [world.itemId, link.id]) await owns('alice', id, subIn(alice));
      for (const id of [world.itemId, world.bookId])
        await call('PUT', `/api/items/${id}/save`, { token: carol, body: { private: false } });
      await tokenOf('mallory');
      Object.assign(world, await written(tokenOf, world));
      for (const operation of allOperations.filter(({ auth }) => auth === 'person')) {
        for (const example of await examplesOf(operation, world)) {
          const { status, text } = await send(operation, example, undefined);
          assert.equal(status, 401, `${operation.name}: ${status} ${text}`);
        }
      }
    },
  ],
  [
    'every operation answers what is asked rightly, as its contract says',
    async () => {
      const refused: string[] = [];
      // What goes by a cookie wants one of the pool’s own tokens: see sessions.ts.
      for (const operation of allOperations.filter(({ auth }) => auth !== 'cookie')) {
        for (const example of await examplesOf(operation, world)) {
          const token = example.by === undefined ? undefined : await tokenOf(example.by);
          const got = await send(operation, example, token);
          assert.equal(breach(operation, got), undefined);
          if (got.status !== 200) refused.push(`${operation.name}: ${got.text}`);
        }
      }
      assert.deepEqual(refused, []);
    },
  ],
  [
    'an API token goes to its own addresses, from its making until it is revoked',
    async () => {
      const token = await tokenOf('alice');
      const { body } = await call('POST', '/api/me/tokens', { token, body: { name: 'A script', scopes: ['read'] } });
      const secret = String(body.secret);
      const seen = async (path: string, shown?: string) => (await call('GET', path, { token: shown })).status;
      assert.equal(await seen('/api/token/me', secret), 200);
      assert.equal(await seen('/api/token/me', token), 401);
      assert.equal(await seen('/api/token/me'), 401);
      assert.equal(await seen('/api/me', secret), 401);
      assert.equal((await call('POST', '/api/token/items', { token: secret, body: {} })).status, 403);
      await call('DELETE', `/api/me/tokens/${secret.slice(3, 15)}`, { token });
      assert.equal(await seen('/api/token/me', secret), 401);
    },
  ],
  [
    `of ${hostile} requests that are wrong, hostile or somebody else’s none is answered with a fault`,
    async () => {
      const answered = async (plan: Plan) => {
        const operation = operations[plan.operation];
        const examples = await examplesOf(operation, world);
        const { by, ...made } = carriedOut(plan, examples, (example) => placesIn(operation, example));
        // The people of the world are needed afterwards, and each newcomer is one more account.
        if ((['deleteAccount', 'chooseHandle'] satisfies OperationName[] as string[]).includes(operation.name)) return;
        const got = await send(operation, made, by === undefined ? undefined : await tokenOf(by));
        assert.equal(breach(operation, got), undefined);
      };
      await fc.assert(fc.asyncProperty(requests(world), answered), { numRuns: hostile, seed: 1, endOnFailure: true });
    },
  ],
];
