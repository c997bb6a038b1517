import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { type Row, scanRows, updateRow } from '#functions/table/table.ts';
import { tokensOf } from '#functions/tokens/table.ts';
import { operations } from '#shared/capabilities.ts';
import { tokenStart, tokensAtMost } from '#shared/tokens/rules.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, call } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const make = (name: string, body: object = { name: 'A script', scopes: ['save'] }, key?: string) =>
  as(name).call('createToken', { body, ...(key ? { headers: { 'idempotency-key': key } } : {}) });
const secretOf = async (name: string, ...scopes: string[]) => {
  const { body } = await make(name, { name: 'A script', scopes: scopes.length > 0 ? scopes : ['save'] });
  return String(body.secret);
};
const list = async (name: string) => (await as(name).done('listTokens')).tokens;
const me = (token: string) => call(operations.getMe, { token });

async function allRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of scanRows()) rows.push(...page);
  return rows;
}

test('a token is told once, and is its owner wherever it is shown', async () => {
  await as('alice').done('chooseHandle', { body: { handle: 'alice' } });
  const { status, body } = await make('alice', { name: '  My laptop ', scopes: ['save', 'read'] });
  expect(status).toBe(200);
  const secret = String(body.secret);
  const today = new Date().toISOString().slice(0, 10);
  const id = secret.slice(3, 15);
  expect(body.token).toEqual({
    id,
    name: 'My laptop',
    scopes: ['read', 'save'],
    start: tokenStart(id),
    created: today,
    used: null,
  });
  expect(await me(secret)).toMatchObject({ status: 200, body: { handle: 'alice' } });
  const [listed] = await list('alice');
  expect(listed).toEqual({ ...(body.token as object), used: today });
});

test('what it adds is its owner’s, as if they had been there', async () => {
  const token = await secretOf('alice');
  const added = { body: { kind: 'link', fields: { url: 'https://example.org/by-token', title: 'By token' } } };
  const { body } = await call(operations.createItem, { ...added, token });
  expect(body.item).toMatchObject({ by: 'alice' });
  const params = { itemId: (body.item as { id: string }).id };
  expect(await call(operations.applyTag, { params: { ...params, tag: 'web' }, token })).toMatchObject({ status: 200 });
  expect(await as('alice').done('getMyView', { params })).toMatchObject({ added: true, tags: ['web'] });
  await system.settle();
});

test('its use is noted once a day', async () => {
  const token = await secretOf('nina', 'read');
  await me(token);
  const usedOn = async () => (await tokensOf(personIdOf(subOf('nina'))))[0]?.used;
  const today = await usedOn();
  const writes = vi.spyOn(await import('#functions/tokens/table.ts'), 'noteDay');
  await me(token);
  expect(writes).not.toHaveBeenCalled();
  vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
  await me(token);
  vi.useRealTimers();
  expect(await usedOn()).not.toBe(today);
});

test('nobody has more than twenty, also of many made at once, and a revoked one makes room', async () => {
  const answers = await Promise.all(Array.from({ length: tokensAtMost + 5 }, () => make('hoarder')));
  for (let tries = 0; tries < 10 && (await list('hoarder')).length < tokensAtMost; tries++) await make('hoarder');
  expect(await make('hoarder')).toMatchObject({ status: 409, code: 'token_limit' });
  const tokens = await list('hoarder');
  expect(tokens).toHaveLength(tokensAtMost);
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(tokensAtMost);
  await as('hoarder').done('revokeToken', { params: { tokenId: tokens[0]?.id } });
  expect(await make('hoarder')).toMatchObject({ status: 200 });
  expect(await list('hoarder')).toHaveLength(tokensAtMost);
});

test('a repeat under its key makes no second one, and does not tell the secret again', async () => {
  const body = { name: 'Once', scopes: ['read'] };
  const first = await make('olga', body, 'a-key');
  expect(await make('olga', body, 'a-key')).toMatchObject({ status: 200, body: { ...first.body, secret: null } });
  expect(await me(String(first.body.secret))).toMatchObject({ status: 200 });
  for (const other of [
    { ...body, name: 'Twice' },
    { ...body, scopes: ['save'] },
  ])
    expect(await make('olga', other, 'a-key')).toMatchObject({ status: 409, code: 'idempotency_key_reused' });
  expect(await list('olga')).toHaveLength(1);
});

test('nobody revokes another’s, nor sees it', async () => {
  const token = await secretOf('pia');
  const params = { tokenId: token.slice(3, 15) };
  expect(await as('mallory').done('revokeToken', { params })).toEqual({ revoked: true });
  expect(await list('mallory')).toEqual([]);
  expect(await me(token)).toMatchObject({ status: 200 });
  await as('pia').done('revokeToken', { params });
  expect(await me(token)).toMatchObject({ status: 401, code: 'sign_in_required' });
  expect(await list('pia')).toEqual([]);
});

test('the table keeps neither a secret nor whose it is', async () => {
  const token = await secretOf('quinn');
  await me(token);
  const text = JSON.stringify(await allRows(), (_name, value) => (value instanceof Set ? [...value] : value));
  expect(text).toContain(token.slice(3, 15));
  expect(text).not.toContain(token.slice(16));
  expect(text).not.toContain(subOf('quinn'));
  expect(system.log.join('')).not.toContain(token.slice(16));
});

test('a deleted account leaves no trace of its tokens, also where one is made meanwhile', async () => {
  for (let n = 0; n < 5; n++) {
    const name = `leaver${n}`;
    const token = await secretOf(name);
    const [, made] = await Promise.all([as(name).done('deleteAccount'), make(name), make(name, undefined, 'key')]);
    for (const shown of [token, String(made.body.secret ?? '')].filter(Boolean))
      expect((await me(shown)).status).toBe(401);
    expect(
      (await allRows()).filter(({ type, personId }) => type === 'token' && personId === personIdOf(subOf(name))),
    ).toEqual([]);
    expect((await allRows()).filter(({ pk, sk }) => pk.endsWith(personIdOf(subOf(name))) && sk === 'TOKENS')).toEqual(
      [],
    );
  }
});

test('a table that takes no writes does not keep a token from reading', async () => {
  const token = await secretOf('rose', 'read');
  const table = await import('#functions/tokens/table.ts');
  vi.spyOn(table, 'noteDay').mockRejectedValue(new Error('down'));
  expect(await me(token)).toMatchObject({ status: 200 });
});

test('an owner that does not open is no owner', async () => {
  const token = await secretOf('uma');
  const row = (await allRows()).find(({ id, type }) => type === 'token' && id === token.slice(3, 15));
  await updateRow(row as Row, {
    UpdateExpression: 'SET #hash = :hash',
    ExpressionAttributeNames: { '#hash': 'hash' },
    ExpressionAttributeValues: { ':hash': 'AAAA' },
  });
  expect(await me(token)).toMatchObject({ status: 401 });
});
