import { describe, expect, it } from 'vitest';
import { handleProblem, handleSkeleton, isReservedHandle } from '#shared/people/rules.ts';

describe('a handle', () => {
  it.each(['alice', 'Bob-2', 'a_b', 'x1y2z3', 'abcdefghij0123456789'])('may be %s', (handle) => {
    expect(handleProblem(handle)).toBeUndefined();
  });

  it.each([
    '',
    'ab',
    '-ab',
    'ab-',
    'a--b',
    'a_-b',
    '123',
    'ålice',
    'a b',
    'a.b',
    'abcdefghij01234567890',
    'аlice',
    'alice\n',
  ])('may not be %j', (handle) => {
    expect(handleProblem(handle)).toBe('form');
  });

  it.each([
    ['alice', 'ALICE'],
    ['alice', 'a1ice'],
    ['alice', 'al-ice'],
    ['bob', 'b0b'],
    ['modern', 'modem'],
    ['view', 'vlew'],
    ['wow', 'vvow'],
    ['sam5', 'sams'],
  ])('%s is taken where %s is', (taken, other) => {
    expect(handleSkeleton(other)).toBe(handleSkeleton(taken));
  });

  it.each(['admin', 'Adm1n', 'm0derator', 'former-member', 'ROOT', 'sign_in'])('%s is reserved', (handle) => {
    expect(isReservedHandle(handle)).toBe(true);
  });

  it('is not reserved for looking like nothing in particular', () => {
    expect(isReservedHandle('collection')).toBe(false);
    expect(isReservedHandle('alice')).toBe(false);
  });
});
