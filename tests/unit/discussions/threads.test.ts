import { describe, expect, it } from 'vitest';
import { ancestorsKept } from '#shared/discussions/rules.ts';
import { questionOf, threadOf } from '#shared/discussions/targets.ts';
import { commentPage, longestIn, nounOf, repliesNumbered, rulesOf } from '#shared/discussions/threads.ts';

const id = 'a1b2c3d4e5f6';
const [first, other] = ['Q00000000001', 'Q00000000002'];

describe('a thread', () => {
  it.each([
    ['items', undefined, 'comment', `/talk/comments/${id}`],
    ['items', first, 'comment', `/talk/comments/${id}`],
    ['questions', undefined, 'question', `/questions/${id}`],
    ['questions', first, 'answer', `/talk/comments/${id}`],
    ['tips', undefined, 'tip', `/talk/comments/${id}`],
    [undefined, undefined, 'comment', `/talk/comments/${id}`],
  ])('calls what is said in %s below %s a %s', (what, parent, noun, page) => {
    expect(nounOf(what, { parent })).toBe(noun);
    expect(commentPage(what, { id, parent })).toBe(page);
  });

  it('takes short questions and shorter tips, long answers, and no answer to a tip', () => {
    expect([longestIn('questions', false), longestIn('questions', true)]).toEqual([500, 10_000]);
    expect([longestIn('tips', false), longestIn('items', false)]).toEqual([200, 10_000]);
    expect([rulesOf('tips').answered, rulesOf('questions').answered, rulesOf('acts').answered]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('gives more answers to a question a place than replies to anything else', () => {
    expect(repliesNumbered('questions', { depth: 0 })).toBe(10);
    expect(repliesNumbered('questions', { depth: 1 })).toBe(3);
    expect(repliesNumbered('items', { depth: 0 })).toBe(3);
  });

  it('tells which question an answer is to, as far up as ancestors are kept', () => {
    const target = `q#${other}`;
    expect(threadOf({ target })).toBe('questions');
    expect(questionOf({ id, target })).toBe(id);
    expect(questionOf({ id, target, above: [first, other] })).toBe(first);
    expect(questionOf({ id, target, above: Array(ancestorsKept).fill(first) })).toBeUndefined();
    expect(questionOf({ id, target: `i#${other}` })).toBeUndefined();
    expect(questionOf({ id, target: `h#${other}` })).toBeUndefined();
  });
});
