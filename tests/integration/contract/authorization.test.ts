import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemKey } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { keyText } from '#functions/table/table.ts';
import { allOperations } from '#shared/capabilities.ts';
import { subOf } from '#tests/builders/event.ts';
import { examplesOf, fresh } from '#tests/builders/request.ts';
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

describe('without signing in', () => {
  it.each(forAll)('$name answers anyone', async (operation) => {
    for (const example of await examplesOf(operation, world)) {
      expect(await call(operation, example)).toMatchObject({ status: 200 });
    }
  });

  it.each(forPeople)('$name wants a person, and does nothing', async (operation) => {
    const before = await facts();
    for (const example of await examplesOf(operation, world)) {
      const { status, code } = await call(operation, example);
      expect({ status, code }).toEqual({ status: 401, code: 'sign_in_required' });
    }
    expect(changes(before, await facts())).toEqual([]);
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
    if (row.type === 'identifier') return isOf(personId, all.get(keyText(itemKey(row.itemId ?? ''))) ?? '{}', all);
    return row.pk === personPartition(personId) || row.byId === personId || row.personId === personId;
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
        ({ was, is }) => !isOf(personId, was, before) || !isOf(personId, is, after),
      );
      expect(others).toEqual([]);
    }
  });

  it.each([
    ['editItem', 403, 'not_your_item'],
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
  const needed = forPeople.filter(({ errors }) => errors.includes('handle_required'));
  it.each(needed)('$name asks to choose one first', async (operation) => {
    const before = await facts();
    for (const example of await examplesOf(operation, world)) {
      expect(await call(operation, example, 'nameless')).toMatchObject({ status: 409, code: 'handle_required' });
    }
    expect(changes(before, await facts())).toEqual([]);
  });
});

describe('with the token of a deleted account', () => {
  it.each(forPeople)('$name is refused, and does nothing', async (operation) => {
    const before = await facts();
    for (const example of await examplesOf(operation, world)) {
      const answer = await call(operation, example, 'erin');
      if (operation.name === 'deleteAccount') expect(answer.status).toBe(200);
      else expect(answer).toMatchObject({ status: 410, code: 'account_deleted' });
    }
    expect(changes(before, await facts())).toEqual([]);
  });
});
