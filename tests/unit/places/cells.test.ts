import { expect, it } from 'vitest';
import { cellAt, cellsAround, type Level, wrapped } from '#functions/places/cells/cells.ts';
import { metresBetween, metresOut } from '#functions/places/cells/distance.ts';
import fc from '#tests/setup/properties.ts';

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const position = fc.record({ latitude: degrees(90), longitude: degrees(180) });
const level = fc.integer({ min: 1, max: 9 }).map((one) => one as Level);

it('nothing outside the cells around a position is nearer than is said, even over a pole', () => {
  const say = (
    one: Level,
    at: { latitude: number; longitude: number },
    far: { latitude: number; longitude: number },
  ) => {
    const cells = cellsAround(one, at, { cells: 1 });
    const { hash } = cellAt(one, far);
    if (cells.some((cell) => cell.hash === hash)) return;
    expect(metresBetween(at, far)).toBeGreaterThan(metresOut(cells, at) * 0.999 - 1);
  };
  say(1, { latitude: 35.94, longitude: 134.24 }, { latitude: 90, longitude: -67.39 });
  say(1, { latitude: -54, longitude: 62.7 }, { latitude: -80.2, longitude: -176 });
  fc.assert(
    fc.property(level, position, degrees(3), degrees(3), (one, at, north, east) => {
      const [height, width] = [180 / 4 ** one, 360 / 4 ** one];
      const latitude = Math.max(-90, Math.min(90, at.latitude + north * height));
      say(one, at, { latitude, longitude: wrapped(wrapped(at.longitude + east * width)) });
    }),
    { numRuns: 500 },
  );
});
