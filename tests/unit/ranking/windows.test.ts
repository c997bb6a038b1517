import { describe, expect, it } from 'vitest';
import { orders, windows } from '#shared/ranking/schema.ts';
import { noCounts } from '#shared/ranking/settle.ts';
import { minuteOf } from '#shared/ranking/time.ts';
import { endOfPlace, keptWindows, listedIn } from '#shared/ranking/windows.ts';

describe('the lists of windows', () => {
  it('serve every window of every order from a list that is kept and as long', () => {
    for (const order of orders) {
      for (const tagged of [false, true]) {
        const kept = keptWindows(order, tagged);
        for (const window of windows) {
          const listed = listedIn(order, tagged, window);
          expect(kept).toContain(listed);
          expect(windows.indexOf(listed)).toBeGreaterThanOrEqual(windows.indexOf(window));
          if (kept.includes(window)) expect(listed).toBe(window);
        }
      }
    }
  });

  it('are all kept where the votes alone decide, over everything and over a kind', () => {
    const whole = orders.filter((order) => keptWindows(order, false).length === windows.length);
    expect(whole).toEqual(['top', 'best', 'controversial', 'reviewed', 'saved']);
  });

  it('are one where time decides', () => {
    const single = orders.filter((order) => keptWindows(order, true).length === 1);
    expect(single).toEqual(['hot', 'new']);
  });
});

describe('a place in a list', () => {
  const added = Date.UTC(2026, 0, 1) / 1000;
  const day = 86_400;
  const votedAt = (time: number) => ({ ...noCounts(), up: 2, net: 2, upMinutes: 2 * minuteOf(1000 * time) });

  it('ends with the window, and where there is none, never', () => {
    expect(endOfPlace('top', 'day', noCounts(), added)).toBe(added + day);
    expect(endOfPlace('top', 'all', noCounts(), added)).toBeUndefined();
  });

  it('ends in rising a week after the mean of the votes, or with the window before', () => {
    const voted = votedAt(added + 28 * day);
    expect(endOfPlace('rising', 'all', voted, added)).toBe(added + 35 * day);
    expect(endOfPlace('rising', 'month', voted, added)).toBe(added + 30 * day);
  });
});
