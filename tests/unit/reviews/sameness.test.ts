import { describe, expect, it } from 'vitest';
import { alike } from '#functions/holds/reviews/alike.ts';
import { bandsOf, copiedFrom, leastWords, plainWords } from '#shared/reviews/sameness.ts';
import fc from '#tests/setup/properties.ts';
import { chanceFrom } from '#tests/worlds/unreliable-stream.ts';

const words = (
  'the harbour at low water smelled of tar rope and weed while two boats waited for a wind that had left them ' +
  'in June and every gull on the wall knew which of the crew would throw bread before he knew it himself'
).split(' ');
const others =
  'never again slow cold loud dear broken window table carpet lamp voucher queue parking ticket rain'.split(' ');
const text = words.join(' ');

/** A text with so many of a hundred words replaced. */
function edited(of: readonly string[], percent: number, seed: number): string {
  const chance = chanceFrom(seed);
  return of.map((word) => (chance(100) < percent ? others[chance(others.length)] : word)).join(' ');
}
const found = (one: string, other: string) => {
  const bands = new Set(bandsOf(one));
  return bandsOf(other).some((band) => bands.has(band));
};

describe('texts that say the same', () => {
  it('are one, whatever their marks, letters and emphasis', () => {
    const shouted = `**${text.toUpperCase().replaceAll(' ', ',\n')}**!!`;
    expect(bandsOf(shouted)).toEqual(bandsOf(text));
    expect(alike(shouted, text)).toBe(1);
  });

  it('are found and told with one word in twenty replaced, nearly always', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => edited(words, 5, seed + 1));
    expect(seeds.filter((copy) => found(copy, text) && alike(copy, text) >= copiedFrom).length).toBeGreaterThan(85);
  });

  it('are told from others of the same words by more than half of them', () => {
    for (let seed = 1; seed <= 100; seed++) expect(alike(edited(words, 60, seed), text)).toBeLessThan(copiedFrom);
  });

  it('are not looked for where they are short', () => {
    expect(bandsOf(words.slice(0, leastWords - 1).join(' '))).toEqual([]);
    expect(bandsOf(words.slice(0, leastWords).join(' '))).toHaveLength(6);
    expect(bandsOf('吾輩は猫である。名前はまだ無い。')).toHaveLength(6);
    expect(plainWords('Ｃafé, 2×')).toEqual(['café', '2']);
  });

  it('take any text, in time that goes by its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (any) => {
        expect(alike(any, any)).toBe(1);
        expect([0, 6]).toContain(bandsOf(any).length);
      }),
    );
    const long = Array.from({ length: 6000 }, (_, n) => `w${n}`).join(' ');
    expect(bandsOf(long)).toHaveLength(6);
    expect(alike(long, `${long} more`)).toBeGreaterThan(0.99);
  });
});
