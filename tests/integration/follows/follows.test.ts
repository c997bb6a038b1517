import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition } from '#functions/people/reader.ts';
import { type Row, scanRows, writeRows } from '#functions/table/table.ts';
import { followsPerPerson } from '#shared/follows/rules.ts';
import { isoSeconds } from '#shared/ranking/time.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';

let system: System;
let itemId: string;
const [alice, bob, carol, dave] = [as('alice'), as('bob'), as('carol'), as('dave')];
const to = (what: string, target: string) => ({ params: { what, target } });
const feed = async (who = bob) => (await who.done('listHome', { query: {} })).entries;
const inbox = async (who = bob) => (await who.done('listInbox', { query: {} })).entries;
const send = (by: typeof alice, handle: string, body: object = { note: '' }) =>
  by.call('sendItem', { params: { handle, itemId }, body });

beforeAll(async () => {
  system = await startSystem();
  for (const name of ['alice', 'bob', 'carol', 'dave']) await as(name).done('chooseHandle', { body: { handle: name } });
  const { item } = await alice.done('createItem', {
    body: { kind: 'link', fields: { url: 'https://example.org/followed', title: 'A page of alice’s' } },
  });
  itemId = item.id;
  await system.settle();
});
afterAll(() => system.stop());

describe('following', () => {
  it('brings what was done and what will be, and is told to whom it is of', async () => {
    await bob.done('followTarget', to('people', 'Alice'));
    await bob.done('followTarget', to('people', 'alice'));
    await system.settle();
    expect(await feed()).toMatchObject([{ did: 'added', by: 'alice', item: { id: itemId, kind: 'link' } }]);
    await alice.done('postReview', { params: { itemId }, body: { rating: 4, text: 'Mine, and good.' } });
    await system.settle();
    expect(await feed()).toMatchObject([
      { did: 'reviewed', review: { rating: 4, text: 'Mine, and good.', more: false } },
      { did: 'added' },
    ]);
    expect(await bob.done('getMyFollow', to('people', 'alice'))).toEqual({ following: true, muted: false });
    expect(await seen('countFollowers', to('people', 'alice'))).toEqual({ followers: 1 });
    expect((await seen('listFollowers', { params: { handle: 'alice' }, query: {} })).entries).toEqual([
      { handle: 'bob' },
    ]);
    expect((await seen('listFollowing', { params: { handle: 'bob' }, query: {} })).entries).toEqual([
      { handle: 'alice' },
    ]);
    expect((await bob.done('listMyFollows', { query: { what: 'people' } })).entries).toEqual([
      { what: 'people', target: 'alice', name: 'alice' },
    ]);
  });

  it('of a tag or an item is told to nobody but in numbers', async () => {
    await carol.done('followTarget', to('items', itemId));
    await carol.done('followTarget', to('tags', '#Web'));
    await system.settle();
    expect(await seen('countFollowers', to('items', itemId))).toEqual({ followers: 1 });
    expect(await seen('countFollowers', to('tags', 'web'))).toEqual({ followers: 1 });
    expect((await seen('listFollowing', { params: { handle: 'carol' }, query: {} })).entries).toEqual([]);
    expect((await carol.done('listMyFollows', { query: { what: 'items' } })).entries).toEqual([
      { what: 'items', target: itemId, name: 'A page of alice’s' },
    ]);
    expect((await feed(carol)).map(({ did }) => did)).toEqual(['reviewed']);
  });

  it('ends with its lines, as often as it is ended', async () => {
    await carol.done('unfollowTarget', to('items', itemId));
    await carol.done('unfollowTarget', to('items', itemId));
    await system.settle();
    expect(await feed(carol)).toEqual([]);
    expect(await seen('countFollowers', to('items', itemId))).toEqual({ followers: 0 });
    await carol.done('followTarget', to('items', itemId));
    await system.settle();
    expect(await feed(carol)).toHaveLength(1);
  });

  it('is of others, of what there is, and of no more than one may', async () => {
    expect(await bob.call('followTarget', to('people', 'bob'))).toMatchObject({ code: 'yourself' });
    expect(await bob.call('followTarget', to('people', 'nobody'))).toMatchObject({ code: 'person_not_found' });
    expect(await bob.call('followTarget', to('items', 'zzzzzzzzzzzz'))).toMatchObject({ code: 'item_not_found' });
    expect(await bob.call('followTarget', to('items', 'no id'))).toMatchObject({ code: 'invalid_input' });
    expect(await bob.call('followTarget', to('votes', 'x'))).toMatchObject({ code: 'invalid_input' });
    const pk = personPartition(personIdOf(subOf('dave')));
    await writeRows([{ put: { pk, sk: 'FOLLOWS', type: 'followTally', count: followsPerPerson } }]);
    expect(await dave.call('followTarget', to('people', 'alice'))).toMatchObject({ code: 'follow_limit' });
    await writeRows([{ put: { pk, sk: 'FOLLOWS', type: 'followTally', count: followsPerPerson - 1 } }]);
    const answers = await Promise.all(
      ['alice', 'bob', 'carol'].map((name) => dave.call('followTarget', to('people', name))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await system.settle();
  });

  it('never tells of a private save, and tells of it as long as it is public', async () => {
    const pk = personPartition(personIdOf(subOf('alice')));
    const save: Row = {
      pk,
      sk: `S#${itemId}`,
      type: 'save',
      itemId,
      by: 'alice',
      at: isoSeconds(new Date()),
      tags: new Set(['web']),
      note: 'A note',
      privateNote: 'A secret',
      about: { kind: 'link', title: 'A page of alice’s', byline: '' },
    };
    const heard = async () => (await feed(carol)).filter(({ did }) => did === 'saved');
    await writeRows([{ put: { ...save, private: true } }]);
    await system.settle();
    expect(await heard()).toEqual([]);
    await writeRows([{ put: save }]);
    await system.settle();
    expect(await heard()).toMatchObject([{ note: 'A note', tags: ['web'] }]);
    await writeRows([{ put: { ...save, private: true } }]);
    await system.settle();
    expect(await heard()).toEqual([]);
    const lists: Row[] = [];
    for await (const page of scanRows()) lists.push(...page.filter(({ pk }) => /^(HOME|ACT)#/.test(pk)));
    expect(JSON.stringify(lists)).not.toMatch(/secret|A note/);
    await writeRows([{ delete: save }]);
    await system.settle();
  });
});

describe('muting', () => {
  it('hides a person, an item or a tag from the feed, and shows them again', async () => {
    expect(await feed()).toHaveLength(2);
    await bob.done('muteTarget', to('items', itemId));
    expect(await feed()).toEqual([]);
    await bob.done('unmuteTarget', to('items', itemId));
    await bob.done('muteTarget', to('people', 'alice'));
    expect(await feed()).toEqual([]);
    expect(await bob.done('getMyFollow', to('people', 'alice'))).toEqual({ following: true, muted: true });
    await bob.done('muteTarget', to('tags', 'dull'));
    expect((await bob.done('listMyMutes', { query: {} })).entries).toEqual([
      { what: 'people', target: 'alice', name: 'alice' },
      { what: 'tags', target: 'dull', name: 'dull' },
    ]);
    await bob.done('unmuteTarget', to('people', 'alice'));
    expect(await feed()).toHaveLength(2);
  });
});

describe('an item that is sent', () => {
  it('comes once, newest first, with its line, and is unread until it is read', async () => {
    expect((await send(alice, 'bob', { note: 'For you' })).status).toBe(200);
    expect((await send(alice, 'bob', { note: 'For you, really' })).status).toBe(200);
    expect((await send(carol, 'bob')).status).toBe(200);
    const got = await inbox();
    expect(got).toMatchObject([
      { by: 'carol', item: { id: itemId } },
      { by: 'alice', note: 'For you, really' },
    ]);
    expect(await bob.done('countUnread')).toEqual({ unread: 2 });
    await bob.done('markInboxRead', { body: { until: got[1]?.at } });
    expect(await bob.done('countUnread')).toEqual({ unread: 1 });
    await bob.done('markInboxRead', { body: { until: '2999-01-01T00:00:00.000Z' } });
    expect(await bob.done('countUnread')).toEqual({ unread: 0 });
    expect((await send(dave, 'bob')).status).toBe(200);
    expect(await bob.done('countUnread')).toEqual({ unread: 1 });
  });

  it('is seen by nobody who muted the sender, who is told nothing', async () => {
    await bob.done('muteTarget', to('people', 'dave'));
    expect((await inbox()).map(({ by }) => by)).toEqual(['carol', 'alice']);
    expect(await bob.done('countUnread')).toEqual({ unread: 0 });
    expect((await send(dave, 'bob', { note: 'Again' })).body).toEqual({ sent: true });
    expect(await inbox()).toHaveLength(2);
  });

  it('is taken out for good', async () => {
    await bob.done('dismissSent', { params: { handle: 'alice', itemId } });
    await bob.done('dismissSent', { params: { handle: 'alice', itemId } });
    expect((await send(alice, 'bob', { note: 'Please' })).status).toBe(200);
    expect((await inbox()).map(({ by }) => by)).toEqual(['carol']);
  });

  it('goes to somebody else, of what there is', async () => {
    expect(await send(bob, 'bob')).toMatchObject({ code: 'yourself' });
    expect(await send(bob, 'nobody')).toMatchObject({ code: 'person_not_found' });
    const nothing = { params: { handle: 'alice', itemId: 'zzzzzzzzzzzz' }, body: { note: '' } };
    expect(await bob.call('sendItem', nothing)).toMatchObject({ code: 'item_not_found' });
  });
});

describe('taste', () => {
  it('is compared by what both rated in the open', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n++) {
      const { item } = await dave.done('createItem', {
        body: { kind: 'link', fields: { url: `https://example.org/taste/${n}`, title: `Number ${n}` } },
      });
      ids.push(item.id);
      await bob.done('postReview', { params: { itemId: item.id }, body: { rating: 5 } });
      await carol.done('postReview', { params: { itemId: item.id }, body: { rating: n === 0 ? 0.5 : 5 } });
      await bob.done('castVote', { params: { itemId: item.id }, body: { value: 'down' } });
    }
    await system.settle();
    const taste = await seen('getTaste', { params: { handle: 'bob', other: 'carol' } });
    expect(taste).toMatchObject({
      common: 6,
      disagreed: [{ item: { id: ids[0], title: 'Number 0' }, ratings: [5, 0.5] }],
    });
    expect(taste.agreement).toBeCloseTo(1 - 4.5 / 6 / 4.5, 10);
    expect(taste.loved).toHaveLength(5);
    expect(await seen('getTaste', { params: { handle: 'alice', other: 'dave' } })).toMatchObject({
      common: 0,
      agreement: null,
    });
  });
});

describe('a deleted account', () => {
  it('follows nobody, is followed by nobody, and is in no feed, inbox or list of mutes', async () => {
    await alice.done('followTarget', to('people', 'bob'));
    await bob.done('muteTarget', to('people', 'alice'));
    await carol.done('followTarget', to('people', 'alice'));
    expect((await send(alice, 'carol', { note: 'From alice' })).status).toBe(200);
    expect((await send(bob, 'alice')).status).toBe(200);
    await system.settle();
    await alice.done('deleteAccount');
    await system.settle();
    expect((await feed()).filter(({ by }) => by === 'alice')).toEqual([]);
    expect((await feed(carol)).filter(({ by }) => by === 'alice')).toEqual([]);
    expect((await inbox(carol)).filter(({ by }) => by === 'alice')).toEqual([]);
    expect((await bob.done('listMyFollows', { query: { what: 'people' } })).entries).toEqual([]);
    expect(
      (await seen('listFollowers', { params: { handle: 'bob' }, query: {} })).entries.map(({ handle }) => handle),
    ).not.toContain('alice');
    const rest = (await bob.done('listMyMutes', { query: {} })).entries.map(({ target }) => target);
    expect(rest).not.toContain('alice');
    const left: Row[] = [];
    for await (const page of scanRows()) {
      left.push(...page.filter((row) => /"alice"|@alice|From alice/.test(JSON.stringify(row))));
    }
    expect(left).toEqual([]);
    expect(await bob.call('followTarget', to('people', 'alice'))).toMatchObject({ code: 'person_not_found' });
  });
});
