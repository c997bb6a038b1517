import { expect, it } from 'vitest';
import { planRow } from '#functions/imports/plan-row.ts';

it.each([
  ['2026-08-01', { experiencedOn: '2026-08-01', on: '2026-08-01' }, []],
  ['2031-08-01', { on: '2026-07-30' }, ['The day of its review lies ahead, so it is left out']],
])('a review of a day on %s is planned as %j, and that is told', (experiencedOn, planned, problems) => {
  const save = { row: 1, url: 'https://example.org/a', title: 'A', tags: [], rating: 4, at: '2026-07-30T12:00:00Z' };
  const row = planRow({ ...save, experiencedOn, problems: [] }, 'public', new Date('2026-07-31T20:00:00Z'));
  expect(row).toMatchObject({ review: { rating: 4, ...planned }, problems });
});
