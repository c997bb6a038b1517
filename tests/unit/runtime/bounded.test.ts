import { expect, it } from 'vitest';
import { bounded, tookTooLong } from '#functions/runtime/bounded.ts';

const failure = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
};

it('gives out what was worked out, and what went wrong', () => {
  expect(bounded(1000, () => 42)).toBe(42);
  expect(failure(() => bounded(1000, () => JSON.parse('{')))).toBeInstanceOf(SyntaxError);
});

it('breaks off what never ends, and goes on', () => {
  const endless = failure(() =>
    bounded(20, () => {
      for (;;);
    }),
  );
  const regular = failure(() => bounded(20, () => /^(a+)+$/.test(`${'a'.repeat(60)}!`)));
  expect([endless, regular].map(tookTooLong)).toEqual([true, true]);
  expect(tookTooLong(new Error('other'))).toBe(false);
  expect(bounded(1000, () => 'still here')).toBe('still here');
});
