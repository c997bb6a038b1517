/** How near pins may come before one covers the number of another, in pixels. */
const reach = 24;

/**
 * What lies on top of each other: places in the list of `points` (pixels on the screen, the first in the list first), each
 * with the first of its pile. One that lies alone is a pile of one.
 */
export function pilesOf(points: readonly { x: number; y: number }[]): number[][] {
  const piles: { x: number; y: number; all: number[] }[] = [];
  for (const [index, { x, y }] of points.entries()) {
    const under = piles.find((pile) => Math.hypot(pile.x - x, pile.y - y) < reach);
    if (under) under.all.push(index);
    else piles.push({ x, y, all: [index] });
  }
  return piles.map(({ all }) => all);
}
