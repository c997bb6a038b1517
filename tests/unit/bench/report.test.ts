import { expect, it } from 'vitest';
import { type Run, reportWith } from '#tests/bench/report.ts';

const run = (title: string, what: string, holds = true): Run => ({
  name: title,
  title,
  intro: 'How it was measured.',
  date: '2026-11-28',
  commit: 'abc',
  machine: 'a machine',
  node: 'v24',
  load: 0.1,
  seconds: 1,
  full: false,
  result: { tables: [], plots: [], notes: [], checks: [{ what, target: '≤ 1', measured: '1', holds }] },
});

it('a report keeps what was not run here, replaces what was run again, and counts all of it', () => {
  const first = reportWith([run('One', 'Cost of one'), run('Two', 'Cost of two')], '');
  expect(first).toContain('**2 of 2 targets hold.**');
  const next = reportWith([run('Two', 'Cost of two', false), run('Three', 'Cost of three')], first);
  expect(next).toContain('**2 of 3 targets hold.**');
  expect(next.match(/^## .*/gm)).toEqual(['## One', '## Two', '## Three']);
  expect(next).toContain('| Cost of two | ≤ 1 | 1 | **missed** |');
  expect(next.match(/Cost of two/g)).toHaveLength(1);
  expect(reportWith([], next)).toBe(next);
});
