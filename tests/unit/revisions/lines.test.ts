import { expect, it } from 'vitest';
import { stretchesOf } from '#shared/revisions/lines.ts';

/** Like lines, every so many another one: lists of another rhythm share long stretches at every offset. */
const rhythm = (length: number, every: number) => Array.from({ length }, (_, n) => (n % every === 0 ? 'b' : 'a'));

it('gives up on the longest texts of like lines', () => {
  const [left, right] = [rhythm(250_000, 120), rhythm(250_000, 123)];
  expect(stretchesOf(left, right)).toBeUndefined();
});

it('finds as many edits as ever in texts of usual lines', () => {
  const page = (tag: string) => Array.from({ length: 20_000 }, (_, n) => (n % 12 === 0 ? `${tag} ${n}` : `line ${n}`));
  expect(stretchesOf(page('before'), page('after'))?.filter(({ same }) => !same)).toHaveLength(1667);
});
