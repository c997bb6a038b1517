import { expect, it } from 'vitest';
import { percent, yearAsked } from '#frontend/features/work/words.ts';

it('shares are said in few digits', () => {
  expect([0, 0.0004, 0.004, 0.0567, 0.07, 0.372, 1].map(percent)).toEqual([
    '0 %',
    'under 0.1 %',
    '0.4 %',
    '5.7 %',
    '7 %',
    '37 %',
    '100 %',
  ]);
});

it('an address asks for a year, or for none', () => {
  expect(['?year=2025', '?year=99', '', '?year=2025;x'].map(yearAsked)).toEqual([
    '2025',
    undefined,
    undefined,
    undefined,
  ]);
});
