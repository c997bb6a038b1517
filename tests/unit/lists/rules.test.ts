import { describe, expect, it } from 'vitest';
import {
  ballotPart,
  ballotParts,
  ballotSize,
  beginningOf,
  mayRemove,
  partPoints,
  pointsOf,
  settledNumber,
  settledPoints,
  wordsOf,
} from '#shared/lists/rules.ts';
import fc from '#tests/setup/properties.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: ballotSize });

describe('a ballot', () => {
  it('gives its first 100 points and its hundredth 1', () => {
    expect([1, 2, 50, 100].map(pointsOf)).toEqual([100, 99, 51, 1]);
  });

  it('is whole again when its rows are put together, and none is longer than a row may be', () => {
    fc.assert(
      fc.property(ids, (items) => {
        const parts = ballotParts(items);
        expect(parts.flat()).toEqual(items);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(ballotPart);
      }),
    );
  });

  it('gives by its rows what it gives as a whole', () => {
    fc.assert(
      fc.property(ids, (items) => {
        const byRow = ballotParts(items).flatMap((part, number) => [...partPoints(number, part)]);
        expect(byRow).toEqual(items.map((item, index) => [item, pointsOf(index + 1)]));
      }),
    );
  });

  it('changes, row by row, no more standings than a transaction takes', () => {
    // Every item of a row may go and another come; then the list’s own standing and the checkpoint.
    expect(2 * ballotPart + 2).toBeLessThanOrEqual(90);
  });
});

describe('a settled number', () => {
  it.each([
    [0, 0],
    [999, 999],
    [1278, 1270],
    [12_345, 12_300],
    [100_999, 100_000],
  ])('of points: %i counts as %i', (points, settled) => expect(settledPoints(points)).toBe(settled));

  it.each([
    [99, 99],
    [101, 100],
    [1278, 1200],
  ])('of people: %i counts as %i', (count, settled) => expect(settledNumber(count)).toBe(settled));

  it('never falls as points come, never exceeds them, and settles once', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(200), (points, more) => {
        expect(settledPoints(points + more)).toBeGreaterThanOrEqual(settledPoints(points));
        expect(settledPoints(points)).toBeLessThanOrEqual(points);
        expect(settledPoints(settledPoints(points))).toBe(settledPoints(points));
        expect(points - settledPoints(points)).toBeLessThanOrEqual(points / 100);
      }),
    );
  });
});

describe('the beginning of a text', () => {
  it('is all of it where it fits', () => {
    expect(beginningOf('Short.', 20)).toEqual({ text: 'Short.', more: false });
    expect(beginningOf('', 20)).toEqual({ text: '', more: false });
  });

  it('stands on one line and ends at a word', () => {
    expect(beginningOf('One\n\ntwo', 20)).toEqual({ text: 'One two', more: true });
    expect(beginningOf('One two three four', 12)).toEqual({ text: 'One two…', more: true });
  });

  it('is well-formed and no longer than told, whatever it is of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.integer({ min: 5, max: 60 }), (text, length) => {
        const begun = beginningOf(text, length).text;
        expect(begun.length).toBeLessThanOrEqual(length);
        expect(begun.isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the words of Markdown', () => {
  it.each([
    ['Long reads, *well made*, by `hand`.', 'Long reads, well made, by hand.'],
    ['# Books\n\n- of [Jane](https://example.org/j)\n> quoted', 'Books\n\nof Jane\nquoted'],
    ['snake_case and _so on_', 'snake_case and so on'],
  ])('%j reads %j', (written, read) => expect(wordsOf(written)).toBe(read));

  it('hide what a spoiler hides', () => {
    expect(wordsOf('He ||dies|| at last')).not.toContain('dies');
    expect(wordsOf('| a |\n|-|\n| \\|\\|dies\\|\\| |')).not.toContain('dies');
  });
});

describe('taking something off a list', () => {
  const one = { mode: 'open' as const, isOwner: false, isMine: false, othersVoted: false };

  it.each([
    ['who made the list may', { ...one, isOwner: true, othersVoted: true }, undefined],
    ['who put it there may', { ...one, isMine: true }, undefined],
    ['who put it there may not, once others voted for it', { ...one, isMine: true, othersVoted: true }, 'votes'],
    ['nobody else may', one, 'entry'],
    ['of another’s closed list nobody may', { ...one, mode: 'closed' as const, isMine: true }, 'list'],
  ])('%s', (_, standing, refusal) => expect(mayRemove(standing)).toBe(refusal));
});
