import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemKey } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { proposalKey } from '#functions/proposals/table.ts';
import { keyText } from '#functions/table/table.ts';
import { allOperations, operations } from '#shared/capabilities.ts';
import { newId } from '#shared/ids.ts';
import type { Operation } from '#shared/operation.ts';
import { newSecret, tokenStart } from '#shared/tokens/rules.ts';
import type { Scope } from '#shared/tokens/schema.ts';
import { subOf } from '#tests/builders/event.ts';
import { fresh } from '#tests/builders/fields.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as, call } from './call.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
  await as('erin').done('chooseHandle', { body: { handle: 'erin' } });
  await as('erin').done('deleteAccount');
  await system.settle();
});
afterAll(() => system.stop());

const forPeople = allOperations.filter(({ auth }) => auth === 'person');
const forAll = allOperations.filter(({ auth }) => auth === 'public');

/** Rows that came, went or changed, as "key: before → after". */
function changes(before: Map<string, string>, after: Map<string, string>): { key: string; was: string; is: string }[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ key, was: before.get(key) ?? '', is: after.get(key) ?? '' }))
    .filter(({ was, is }) => was !== is);
}

/** Reads all facts once for tests of which none may change any: what one changes by mistake fails the ones after it too. */
function unchanged(): () => Promise<void> {
  let before: Map<string, string>;
  beforeAll(async () => {
    before = await facts();
  });
  return async () => expect(changes(before, await facts())).toEqual([]);
}

describe('without signing in', () => {
  const expectNothingDone = unchanged();
  it.each(forAll)('$name answers anyone', async (operation) => {
    for (const example of await examplesOf(operation, world)) {
      expect(await call(operation, example)).toMatchObject({ status: 200 });
    }
  });

  it.each(forPeople)('$name wants a person, and does nothing', async (operation) => {
    for (const example of await examplesOf(operation, world)) {
      const { status, code } = await call(operation, example);
      expect({ status, code }).toEqual({ status: 401, code: 'sign_in_required' });
    }
    await expectNothingDone();
  });

  it.each(forPeople)('$name is not fooled by a token that nobody checked', async (operation) => {
    const [example] = await examplesOf(operation, world);
    const headers = {
      authorization: `Bearer ${subOf('alice')}`,
      'x-amzn-oidc-identity': subOf('alice'),
      cookie: `sub=${subOf('alice')}`,
    };
    expect(await call(operation, { ...example, headers })).toMatchObject({ status: 401 });
  });
});

describe('as the person meant', () => {
  it.each(forPeople)('$name works, and works when repeated', async (operation) => {
    for (const { by, ...example } of await examplesOf(operation, world)) {
      expect(await call(operation, example, by)).toMatchObject({ status: 200 });
      if (operation.name === 'deleteAccount' || operation.method !== 'POST') {
        expect(await call(operation, example, by)).toMatchObject({ status: 200 });
      }
    }
  });

  it('and is counted exactly', () => system.settle());
});

describe('as another person', () => {
  /** A person's own: rows under the person, rows that credit the person, and names of items so credited. */
  const isOf = (personId: string, text: string, all: Map<string, string>): boolean => {
    if (text === '') return true;
    const row = JSON.parse(text) as { pk: string; byId?: string; type: string; itemId?: string; personId?: string };
    const { proposalId } = row as { proposalId?: string };
    if (['proposalVersion', 'proposalText', 'proposalSame'].includes(row.type))
      return isOf(personId, all.get(keyText(proposalKey(proposalId ?? ''))) ?? '{}', all);
    if (row.type === 'identifier') return isOf(personId, all.get(keyText(itemKey(row.itemId ?? ''))) ?? '{}', all);
    // How much is on a list, or answers a comment, counts what everybody put there.
    if (row.type === 'listGate' || row.type === 'commentGate') return true;
    // A flag moves the sums of what it is on, and with enough others it writes the act; a vote moves those of its act.
    if (['flagGate', 'flagReceived', 'act', 'actNames'].includes(row.type)) return true;
    if (row.type === 'flag') return (row as { sk?: string }).sk === `@${personId}`;
    return row.pk === personPartition(personId) || row.byId === personId || row.personId === personId;
  };

  const revising = ['reviseItem', 'undoRevision', 'revertItem', 'composeItem'];
  /** What an item says is everybody's; who added it, when and under which licence is not. */
  const isShared = (was: string, is: string) => {
    const [before, after] = [was, is].map((text) => JSON.parse(text || '{}') as Record<string, unknown>);
    const added = ['id', 'kind', 'by', 'byId', 'at', 'licence', 'digest'];
    const isItem = before?.type === 'item' && after?.type === 'item';
    if (isItem) return added.every((name) => before[name] === after[name]);
    const { type } = before?.type ? before : (after ?? {});
    return (
      type === 'identifier' ||
      (was === '' && ['revisionFields', 'revisionText', 'links', 'revision'].includes(String(type)))
    );
  };

  /** Every vote moves the turn of its proposal, whoever reviews a revision leaves a mark on it: and nothing else of them. */
  const isTurn = (was: string, is: string) => {
    const [before, after] = [was, is].map((text) => JSON.parse(text || '{}') as Record<string, unknown>);
    const same = (but: object) => JSON.stringify({ ...before, ...but }) === JSON.stringify({ ...after, ...but });
    if (before?.type === 'proposal') return same({ turn: 0 });
    return (before?.type === 'revision' || before?.type === 'item') && same({ patrolled: undefined });
  };

  it.each(forPeople)('$name leaves what others did as it is', async (operation) => {
    const name = `mallory${fresh()}`;
    await as(name).done('chooseHandle', { body: { handle: name } });
    const personId = personIdOf(subOf(name));
    for (const example of await examplesOf(operation, world)) {
      const before = await facts();
      await call(operation, example, name);
      const after = await facts();
      const others = changes(before, after).filter(
        ({ was, is }) =>
          !(revising.includes(operation.name) && isShared(was, is)) &&
          !isTurn(was, is) &&
          (!isOf(personId, was, before) || !isOf(personId, is, after)),
      );
      expect(others).toEqual([]);
    }
  });

  it.each([
    ['editList', 403, 'not_your_list'],
    ['moveInList', 403, 'not_your_list'],
    ['editComment', 403, 'not_your_comment'],
    ['advanceImport', 404, 'import_not_found'],
    ['getImport', 404, 'import_not_found'],
    ['listImportRows', 404, 'import_not_found'],
    ['cancelImport', 404, 'import_not_found'],
  ] as const)('%s of another’s is refused: %i %s', async (name, status, code) => {
    const operation = forPeople.find((one) => one.name === name);
    if (!operation) return expect.fail('no such operation');
    for (const example of await examplesOf(operation, world)) {
      expect(await call(operation, example, 'bob')).toMatchObject({ status, code });
    }
  });

  it('lets nobody vote on their own', async () => {
    const { itemId, reviewId } = world;
    expect(await as('alice').call('castVote', { params: { itemId }, body: { value: 'up' } })).toMatchObject({
      status: 403,
      code: 'own_contribution',
    });
    const marked = await as('bob').call('markReview', { params: { reviewId, mark: 'useful' } });
    expect(marked).toMatchObject({ status: 403, code: 'own_contribution' });
  });

  it('and what others did of their own is counted exactly', () => system.settle());
});

describe('without a handle', () => {
  const expectNothingDone = unchanged();
  const needed = forPeople.filter(({ errors }) => errors.includes('handle_required'));
  it.each(needed)('$name asks to choose one first', async (operation) => {
    for (const example of await examplesOf(operation, world)) {
      expect(await call(operation, example, 'nameless')).toMatchObject({ status: 409, code: 'handle_required' });
    }
    await expectNothingDone();
  });
});

describe('with the token of a deleted account', () => {
  const expectNothingDone = unchanged();
  it.each(forPeople)('$name is refused, and does nothing', async (operation) => {
    for (const example of await examplesOf(operation, world)) {
      const answer = await call(operation, example, 'erin');
      if (operation.name === 'deleteAccount') expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 410, code: 'account_deleted' });
    }
    await expectNothingDone();
  });
});

describe('by API token', () => {
  const scoped = forPeople.filter(({ scope }) => scope);
  const makeToken = async (name: string, ...scopes: Scope[]) => {
    const { secret } = await as(name).done('createToken', { body: { name: 'A script', scopes } });
    return secret ?? expect.fail('the token was not told');
  };
  /** Who sends an operation's examples, with a token of these scopes: the same one each time. */
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (by: string, ...scopes: Scope[]) => {
    const name = `${by} ${scopes}`;
    const made = tokens.get(name) ?? makeToken(by, ...scopes);
    tokens.set(name, made);
    return made;
  };
  const refusedAs = async (some: readonly Operation[], tokens: readonly string[], status: number, code: string) => {
    const before = await facts();
    for (const operation of some) {
      for (const { by: _by, ...example } of await examplesOf(operation, world)) {
        for (const token of tokens)
          expect(await call(operation, { ...example, token }), operation.name).toMatchObject({ status, code });
      }
    }
    expect(changes(before, await facts())).toEqual([]);
  };

  it('there is something to call', () => {
    expect(scoped.map(({ name }) => name)).toEqual(expect.arrayContaining(['getMe', 'createItem', 'applyTag']));
  });

  it.each(scoped)('$name works for whoever has one that is for it', async (operation) => {
    for (const { by = '', ...example } of await examplesOf(operation, world)) {
      const token = await tokenFor(by, operation.scope ?? 'read');
      expect(await call(operation, { ...example, token })).toMatchObject({ status: 200 });
      if (operation.scope === 'read')
        expect(await call(operation, { ...example, token: await tokenFor(by, 'save') })).toMatchObject({ status: 200 });
    }
  });

  it.each(scoped)('$name wants one, and does nothing', async (operation) => {
    await refusedAs([operation], [''], 401, 'sign_in_required');
  });

  it.each(scoped)('$name takes no session there, not even one that somebody checked', async (operation) => {
    for (const { by, ...example } of await examplesOf(operation, world)) {
      expect(await call(operation, { ...example, token: '' }, by)).toMatchObject({ status: 401 });
    }
  });

  it.each(scoped)('$name takes no token where sessions go', async (operation) => {
    for (const { by = '', ...example } of await examplesOf(operation, world)) {
      const headers = { authorization: `Bearer ${await tokenFor(by, 'save')}` };
      expect(await call(operation, { ...example, headers })).toMatchObject({ status: 401, code: 'sign_in_required' });
    }
  });

  const garbage: [string, () => string | Promise<string>][] = [
    ['garbage', () => 'rubbish'],
    ['a session’s token', () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.'],
    ['one that was never given', () => `${tokenStart(newId())}${newSecret()}`],
    ['a wrong secret', async () => (await tokenFor('alice', 'save')).replace(/.{43}$/, newSecret())],
    ['half of one', async () => (await tokenFor('alice', 'save')).slice(0, -1)],
    [
      'the secret of another',
      async () => (await tokenFor('alice', 'save')).slice(0, 16) + (await tokenFor('carol', 'save')).slice(16),
    ],
  ];
  it.each(scoped)('$name is not fooled by what is no token', async (operation) => {
    const tokens = await Promise.all(garbage.map(([, made]) => made()));
    await refusedAs([operation], tokens, 401, 'sign_in_required');
  });

  it.each(scoped)('$name is refused at once to one that was revoked', async (operation) => {
    const token = await makeToken('dave', 'save', 'read');
    await as('dave').done('revokeToken', { params: { tokenId: token.slice(3, 15) } });
    await refusedAs([operation], [token], 401, 'sign_in_required');
  });

  it.each(scoped.filter(({ scope }) => scope === 'save'))(
    '$name is refused to one that only reads',
    async (operation) => {
      await refusedAs([operation], [await tokenFor('dave', 'read')], 403, 'scope_missing');
    },
  );

  it('every operation is refused to one of a deleted account', async () => {
    await as('fred').done('chooseHandle', { body: { handle: 'fred' } });
    const token = await makeToken('fred', 'save');
    expect(await call(operations.getMe, { token })).toMatchObject({ status: 200 });
    await as('fred').done('deleteAccount');
    await refusedAs(scoped, [token], 401, 'sign_in_required');
  });

  it.each(forPeople.filter(({ scope }) => !scope))('$name has no address for tokens', async (operation) => {
    const token = await tokenFor('alice', 'save', 'read');
    for (const { by: _by, ...example } of await examplesOf(operation, world)) {
      await expect(call(operation, { ...example, token })).rejects.toThrow('route_not_found');
    }
  });

  it('and what was done by one is counted exactly', () => system.settle());
});
