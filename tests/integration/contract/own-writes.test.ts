import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { as } from './call.ts';
import { facts, type System, startSystem } from './system.ts';

let system: System;
let world: World;
beforeAll(async () => {
  system = await startSystem();
  world = await aliceAndBob();
});
afterAll(() => system.stop());

describe('before anything is projected', () => {
  const erin = as('erin');

  it('everyone sees what they just did to an item', async () => {
    const params = { itemId: world.itemId };
    await erin.done('chooseHandle', { body: { handle: 'erin' } });
    expect(await erin.done('getMe')).toEqual({ handle: 'erin' });
    expect(await erin.done('getMyView', { params })).toEqual({
      vote: null,
      voteHeld: null,
      review: null,
      tags: [],
      save: null,
      added: false,
    });

    await erin.done('castVote', { params, body: { value: 'down' } });
    const { review } = await erin.done('postReview', { params, body: { rating: 2.5, text: 'Half good.' } });
    await erin.done('applyTag', { params: { ...params, tag: 'Long Read' } });
    expect(await erin.done('getMyView', { params })).toEqual({
      vote: 'down',
      voteHeld: null,
      review,
      tags: ['long-read'],
      save: null,
      added: false,
    });
    expect(review).toMatchObject({ rating: 2.5, text: 'Half good.', by: 'erin', revision: 1, more: false });

    await erin.done('castVote', { params, body: { value: 'up' } });
    const edited = await erin.done('postReview', { params, body: { rating: 3, text: 'Better.', revision: 1 } });
    await erin.done('removeTag', { params: { ...params, tag: 'LONG READ' } });
    expect(await erin.done('getMyView', { params })).toEqual({
      vote: 'up',
      voteHeld: null,
      review: edited.review,
      tags: [],
      save: null,
      added: false,
    });
    expect(edited.review).toMatchObject({ id: review.id, revision: 2 });

    await erin.done('withdrawVote', { params });
    expect(await erin.done('withdrawReview', { params })).toEqual({ withdrawn: true });
    expect(await erin.done('withdrawReview', { params })).toEqual({ withdrawn: false });
    expect(await erin.done('getMyView', { params })).toEqual({
      vote: null,
      voteHeld: null,
      review: null,
      tags: [],
      save: null,
      added: false,
    });
  });

  it('and on a page of many', async () => {
    const { itemId, editedId, reviewId, commentId } = world;
    const items = [itemId, editedId];
    await erin.done('castVote', { params: { itemId }, body: { value: 'up' } });
    await erin.done('postReview', { params: { itemId: editedId }, body: { rating: 4.5 } });
    await erin.done('voteComment', { params: { commentId }, body: { value: 'down' } });
    await erin.done('markReview', { params: { reviewId, mark: 'funny' } });
    await erin.done('markReview', { params: { reviewId, mark: 'cool' } });
    const marks = {
      items: { [itemId]: { vote: 'up' }, [editedId]: { rating: 4.5 } },
      reviews: { [reviewId]: ['cool', 'funny'] },
      comments: { [commentId]: 'down' },
    };
    const few = { items: items.join(','), reviews: reviewId, comments: commentId };
    expect(await erin.done('listMyMarks', { query: few })).toEqual(marks);
    const others = Array.from({ length: 40 }, (_, n) => `nothing${String(n).padStart(5, '0')}`);
    const many = {
      items: [...items, ...others].join(','),
      reviews: [reviewId, ...others].join(','),
      comments: commentId,
    };
    expect(await erin.done('listMyMarks', { query: many })).toEqual(marks);
    await erin.done('unmarkReview', { params: { reviewId, mark: 'cool' } });
    await erin.done('withdrawVote', { params: { itemId } });
    await erin.done('unvoteComment', { params: { commentId } });
    await erin.done('withdrawReview', { params: { itemId: editedId } });
    expect(await erin.done('listMyMarks', { query: few })).toEqual({
      items: {},
      reviews: { [reviewId]: ['funny'] },
      comments: {},
    });
  });

  it('an item just added is there, found and one’s own', async () => {
    const body = { kind: 'link', fields: { url: 'https://example.org/new', title: 'New' } };
    const { item } = await erin.done('createItem', { body });
    expect(await erin.done('getMyView', { params: { itemId: item.id } })).toMatchObject({ added: true });
    expect(await erin.done('createItem', { body })).toEqual({ item, existing: true });
  });
});

describe('what changes nothing', () => {
  it('writes nothing', async () => {
    const frank = as('frank');
    await frank.done('chooseHandle', { body: { handle: 'frank' } });
    const before = await facts();
    const { itemId, reviewId } = world;
    await frank.done('withdrawVote', { params: { itemId } });
    await frank.done('withdrawReview', { params: { itemId } });
    await frank.done('removeTag', { params: { itemId, tag: 'web' } });
    await frank.done('unmarkReview', { params: { reviewId, mark: 'cool' } });
    await frank.done('getMyView', { params: { itemId } });
    await frank.done('listMyMarks', { query: { items: itemId, reviews: reviewId } });
    await frank.done('chooseHandle', { body: { handle: 'frank' } });
    expect(await facts()).toEqual(before);
  });

  it('leaves a vote its time', async () => {
    const before = await facts();
    await as('carol').done('castVote', { params: { itemId: world.itemId }, body: { value: 'up' } });
    await as('carol').done('applyTag', { params: { itemId: world.itemId, tag: 'WEB' } });
    await as('carol').done('markReview', { params: { reviewId: world.reviewId, mark: 'useful' } });
    expect(await facts()).toEqual(before);
  });
});
