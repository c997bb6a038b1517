import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rebuild } from '#functions/projections/rebuild.ts';
import { operations } from '#shared/capabilities.ts';
import { owns } from '#tests/builders/claim.ts';
import { as, call, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { members } from '#tests/worlds/members.ts';

let system: System;
let placeId: string;
let number = 0;
beforeAll(async () => {
  process.env.SEARCH_PATIENCE = '0';
  system = await startSystem();
  for (const handle of [...members, 'erin', 'frank']) await as(handle).done('chooseHandle', { body: { handle } });
});
beforeEach(async () => {
  const fields = { name: `Café ${number++}`, position: { latitude: number, longitude: 16.3 } };
  placeId = (await as('alice').done('createItem', { body: { kind: 'place', fields } })).item.id;
});
afterAll(async () => {
  await system.stop();
  delete process.env.SEARCH_PATIENCE;
});

const at = (what: string) => ({ what, target: placeId });
const send = (name: string, what: string, text: string, parent?: string) =>
  as(name).call('postComment', { params: at(what), body: { text, parent } });
const say = async (name: string, what: string, text: string, parent?: string) =>
  (await as(name).done('postComment', { params: at(what), body: { text, parent } })).comment;
const vote = (name: string, commentId: string, value: 'up' | 'down' = 'up') =>
  as(name).done('voteComment', { params: { commentId }, body: { value } });
const asked = async () => {
  await system.settle();
  return seen('getAsked', { params: { itemId: placeId } });
};
const firstQuestion = async () => {
  await system.settle();
  return (await seen('getThread', { params: at('questions'), query: {} })).page.entries[0];
};

describe('a question', () => {
  it('stands in lists with the best of its answers by votes, not with the first', async () => {
    const { id } = await say('bob', 'questions', 'Is there a garden?');
    const answers: { id: string }[] = [];
    for (let n = 0; n < 5; n++) answers.push(await say('carol', 'questions', `Answer ${n}`, id));
    expect(await firstQuestion()).toMatchObject({ replies: 5, first: [{ text: 'Answer 0' }] });
    const [, , , fourth, fifth] = answers;
    await vote('dave', fourth?.id ?? '');
    expect((await firstQuestion())?.first).toMatchObject([{ text: 'Answer 3', up: 1 }]);
    for (const name of ['dave', 'erin']) await vote(name, fifth?.id ?? '');
    expect((await firstQuestion())?.first).toMatchObject([{ text: 'Answer 4' }]);
    const whole = await seen('getComment', { params: { commentId: id }, query: {} });
    expect(whole).toMatchObject({ about: { href: `/i/${placeId}/questions` }, thread: at('questions') });
    expect(whole.page.entries.slice(0, 2).map(({ text }) => text)).toEqual(['Answer 4', 'Answer 3']);
    // What was withdrawn, folded or removed answers nothing.
    await as('carol').done('withdrawComment', { params: { commentId: fifth?.id ?? '' } });
    expect((await firstQuestion())?.first).toMatchObject([{ text: 'Answer 3' }]);
    for (const name of ['dave', 'erin']) {
      const params = { what: 'comments', target: fourth?.id ?? '' };
      await as(name).done('flagTarget', { params, body: { reason: 'false', words: '' } });
    }
    expect((await firstQuestion())?.first).toMatchObject([{ text: 'Answer 0' }]);
    const { entries } = await seen('listActs');
    expect(entries[0]).toMatchObject({
      did: 'folded',
      about: { title: expect.stringMatching(/^An answer on Café/), href: `/talk/comments/${fourth?.id}` },
    });
    await rebuild();
    await system.settle();
  });

  it('tells who asked, who added the item and who watches, each of what is theirs', async () => {
    const [mine, other] = [await say('bob', 'questions', 'Dogs?'), await say('erin', 'questions', 'Wifi?')];
    await as('frank').done('watchTarget', { params: { what: 'comments', target: mine.id } });
    await as('dave').done('watchTarget', { params: { what: 'items', target: placeId } });
    const answer = await say('carol', 'questions', 'Yes, dogs, too.', mine.id);
    await say('carol', 'tips', 'Go upstairs.');
    await system.settle();
    const { title } = (await seen('getItem', { params: { itemId: placeId } })).item;
    const told = async (name: string) => (await as(name).done('listNotices', { query: {} })).entries;
    const watched = async (name: string) =>
      (await as(name).done('listWatchedChanges', { query: {} })).entries.filter(({ about }) => about.title === title);
    const ofAnswer = (await told('bob')).filter(({ href }) => href === `/talk/comments/${answer.id}`);
    expect(ofAnswer).toMatchObject([
      {
        kind: 'reply',
        about: { href: `/i/${placeId}/questions` },
        text: 'Yes, dogs, too.',
      },
    ]);
    const toAdder = (await told('alice')).filter(({ about }) => about.href.startsWith(`/i/${placeId}`));
    expect(toAdder.map(({ did, href }) => [did, href]).sort()).toEqual(
      [
        ['asked', `/questions/${mine.id}`],
        ['asked', `/questions/${other.id}`],
        [undefined, `/talk/comments/${answer.id}`],
      ].sort(),
    );
    // Whoever asks watches that question, and no other one.
    for (const name of ['frank', 'bob']) {
      const lines = await watched(name);
      expect(lines.filter(({ did }) => did === 'answered')).toMatchObject([
        { about: { href: `/questions/${mine.id}` } },
      ]);
      expect(lines.filter(({ text }) => text === 'Wifi?')).toEqual([]);
    }
    const ofItem = (await watched('dave')).map(({ did }) => did).sort();
    expect(ofItem).toEqual(['answered', 'asked', 'asked', 'tipped']);
    // Other comments are not watched one by one.
    for (const target of [answer.id, 'a1b2c3d4e5f6'])
      expect(await as('frank').call('watchTarget', { params: { what: 'comments', target } })).toMatchObject({
        code: 'nothing_to_watch',
      });
  });

  it('says where who answers or gives a tip owns the place, and the owner is told of it in place of who added it', async () => {
    await owns('dave', placeId);
    const question = await say('bob', 'questions', 'When do you close?');
    await say('erin', 'questions', 'At ten, I think.', question.id);
    await say('dave', 'questions', 'At nine on Sundays.', question.id);
    const mine = await say('dave', 'tips', 'Try the cake.');
    expect(mine.owner).toBe(true);
    await system.settle();
    const whole = await seen('getComment', { params: { commentId: question.id }, query: {} });
    expect(whole.page.entries.filter(({ owner }) => owner).map(({ by }) => by)).toEqual(['dave']);
    expect((await asked()).tips.entries[0]).toMatchObject({ by: 'dave', owner: true });
    const told = async (name: string) =>
      (await as(name).done('listNotices', { query: {} })).entries.filter(({ href }) => href?.endsWith(question.id));
    expect([(await told('dave')).length, (await told('alice')).length]).toEqual([1, 0]);
    await as('dave').done('withdrawComment', { params: { commentId: mine.id } });
  });

  it('is short, as is a tip, which nobody answers; written or reworded', async () => {
    const long = (length: number) => 'x'.repeat(length);
    expect(await send('bob', 'questions', long(501))).toMatchObject({ code: 'invalid_input' });
    expect(await send('bob', 'tips', long(201))).toMatchObject({ code: 'invalid_input' });
    const question = await say('bob', 'questions', long(500));
    await say('carol', 'questions', long(2000), question.id);
    const tip = await say('bob', 'tips', long(200));
    expect(await send('carol', 'tips', 'Really?', tip.id)).toMatchObject({ code: 'invalid_input' });
    expect(await send('carol', 'questions', 'Really?', tip.id)).toMatchObject({ code: 'comment_not_found' });
    for (const [id, length] of [
      [question.id, 501],
      [tip.id, 201],
    ] as const) {
      const reword = { params: { commentId: id }, body: { text: long(length), revision: 1 } };
      expect(await as('bob').call('editComment', reword)).toMatchObject({ code: 'invalid_input' });
    }
    const nothing = { params: { what: 'tips', target: 'a1b2c3d4e5f6' }, body: { text: 'Nice.' } };
    expect(await as('bob').call('postComment', nothing)).toMatchObject({ code: 'thread_not_found' });
    expect(await call(operations.getAsked, { params: { itemId: 'a1b2c3d4e5f6' } })).toMatchObject({
      code: 'item_not_found',
    });
  });

  it('comes with the page of its item, with the best tips; of who left it names nobody', async () => {
    await as('gone').done('chooseHandle', { body: { handle: 'gone' } });
    const question = await say('gone', 'questions', 'Open on Sundays?');
    await say('carol', 'questions', 'Until noon.', question.id);
    for (let n = 0; n < 7; n++) await say('bob', 'tips', `Tip ${n}`);
    const last = await say('gone', 'tips', 'Take the bus.');
    await vote('carol', last.id);
    const { entries } = await seen('listCommentsByPerson', { params: { handle: 'gone' }, query: {} }).then(async () => {
      await system.settle();
      return seen('listCommentsByPerson', { params: { handle: 'gone' }, query: {} });
    });
    expect(entries.map(({ what }) => what).sort()).toEqual(['questions', 'tips']);
    const { text } = await as('gone').done('exportMine', { params: { format: 'commonplace' }, query: {} });
    expect(text).toContain('Take the bus.');
    await as('gone').done('deleteAccount');
    const { questions, tips, visits } = await asked();
    expect(questions).toMatchObject({
      comments: 2,
      entries: [{ text: 'Open on Sundays?', by: null, first: [{ text: 'Until noon.', by: 'carol' }] }],
    });
    expect(tips.comments).toBe(8);
    expect(tips.entries).toHaveLength(5);
    expect(tips.entries[0]).toMatchObject({ text: 'Take the bus.', by: null, up: 1 });
    expect(visits).toEqual({ people: 0, visits: 0 });
  });
});

describe('being there', () => {
  const here = (name: string, day = '2024-05-05', isPrivate = false, itemId = placeId) =>
    as(name).call('checkIn', { params: { itemId, day }, body: { private: isPrivate } });
  const saveOf = async (name: string) => (await as(name).done('getMySave', { params: { itemId: placeId } })).save;

  it('is one press: a visit on the shelf of places one has been to, once a day, taken back alone', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => here('bob')));
    expect(ten.map(({ status }) => status)).toEqual(Array(10).fill(200));
    await here('bob', '2024-05-06');
    const [first, second] = ['2024-05-05', '2024-05-06'].map((day) => ({ started: day, finished: day }));
    expect(await saveOf('bob')).toMatchObject({ shelf: 'been', private: false, readings: [first, second] });
    expect((await asked()).visits).toEqual({ people: 1, visits: 2 });
    const back = { params: { itemId: placeId, day: '2024-05-05' } };
    for (let n = 0; n < 2; n++) await as('bob').done('removeCheckIn', back);
    expect(await saveOf('bob')).toMatchObject({ shelf: 'been', readings: [second] });
    expect((await asked()).visits).toEqual({ people: 1, visits: 1 });
    await as('bob').done('unsaveItem', { params: { itemId: placeId } });
    expect((await asked()).visits).toEqual({ people: 0, visits: 0 });
    await rebuild();
    await system.settle();
  });

  it('keeps what was saved as it was, private or not, and shows nothing of what is private', async () => {
    const kept = { shelf: 'want-to-go', note: 'For the cake.', private: true, tags: ['cake'] };
    await as('carol').done('saveItem', { params: { itemId: placeId }, body: kept });
    await here('carol', '2024-05-05', false);
    await here('dave', '2024-05-05', true);
    expect(await saveOf('carol')).toMatchObject({ ...kept, shelf: 'been', readings: [{ finished: '2024-05-05' }] });
    expect(await saveOf('dave')).toMatchObject({ private: true, shelf: 'been' });
    expect((await asked()).visits).toEqual({ people: 0, visits: 0 });
    const { entries } = await seen('listSavers', { params: { itemId: placeId }, query: {} });
    expect(entries).toEqual([]);
    // Shown from now on, it counts.
    const { tags = [], readings = [] } = (await saveOf('dave')) ?? {};
    const body = { shelf: 'been', private: false, tags, readings };
    await as('dave').done('saveItem', { params: { itemId: placeId }, body });
    expect((await asked()).visits).toEqual({ people: 1, visits: 1 });
  });

  it('is of places and their like, of days that were, and of as many as a save takes', async () => {
    const { item } = await as('alice').done('createItem', {
      body: { kind: 'book', fields: { title: `Book ${number}` } },
    });
    expect(await here('bob', '2024-05-05', false, item.id)).toMatchObject({ code: 'no_readings' });
    expect(await here('bob', '2024-05-05', false, 'a1b2c3d4e5f6')).toMatchObject({ code: 'item_not_found' });
    expect(await here('bob', '2124-05-05')).toMatchObject({ code: 'day_to_come' });
    expect(await here('bob', '2024-02-30')).toMatchObject({ code: 'invalid_input' });
    for (let day = 1; day <= 30; day++) await here('bob', `2024-04-${String(day).padStart(2, '0')}`);
    expect(await here('bob')).toMatchObject({ code: 'progress_limit' });
    expect(await as('erin').done('removeCheckIn', { params: { itemId: placeId, day: '2024-05-05' } })).toEqual({
      save: null,
    });
    await system.settle();
  });
});

describe('in search', () => {
  const found = async (q: string) => {
    await system.settle();
    return (await seen('search', { query: { q, what: 'questions' } })).hits;
  };
  const ids = async (q: string) => (await found(q)).map(({ id }) => id);

  it('questions are found by their words, those of their answers and what they are about; tips, too; talk is not', async () => {
    const question = await say('bob', 'questions', 'Is there **parking** for bicycles?');
    const answer = await say('carol', 'questions', 'Behind the gazebo, under a roof.', question.id);
    const tip = await say('carol', 'tips', 'Take the gazebo stairs.');
    await say('dave', 'items', 'The gazebo is talked about.');
    const title = `Café ${number - 1}`;
    expect(await ids(`parking bicycle ${title}`)).toEqual([question.id]);
    expect((await ids('gazebo')).sort()).toEqual([question.id, tip.id].sort());
    expect((await found('gazebo roof'))[0]).toMatchObject({
      what: 'questions',
      title: [['Is there parking for bicycles?', false]],
      snippet: [
        ['Behind the ', false],
        ['gazebo', true],
        [', under a ', false],
        ['roof', true],
        ['.', false],
      ],
      question: { what: 'questions', by: 'bob', answers: 1, about: { id: placeId, kind: 'place', title } },
    });
    expect((await found('gazebo stairs'))[0]?.question).toMatchObject({ what: 'tips', by: 'carol', answers: 0 });
    expect((await seen('suggest', { query: { q: 'parking' } })).suggestions).toEqual([]);

    const params = { commentId: question.id };
    await as('bob').done('editComment', { params, body: { text: 'Is there room for a tandem?', revision: 1 } });
    expect([await ids('parking'), await ids('tandem')]).toEqual([[], [question.id]]);
    await as('carol').done('withdrawComment', { params: { commentId: answer.id } });
    expect([await ids('gazebo'), await ids('tandem')]).toEqual([[tip.id], [question.id]]);
  });

  it('what is folded, removed or withdrawn is never found, nor what is about something that is', async () => {
    const [folded, removed, withdrawn, answered] = await Promise.all(
      ['One', 'Two', 'Three', 'Four'].map((text) => say('bob', 'questions', `${text} narwhals?`)),
    );
    const [insult, one] = await Promise.all([
      say('carol', 'questions', 'A narwhalish insult.', answered?.id),
      say('carol', 'tips', 'Narwhals at noon.'),
    ]);
    expect(await ids('narwhals')).toHaveLength(5);
    const at = (comment: { id: string } | undefined) => ({ what: 'comments' as const, target: comment?.id ?? '' });
    for (const name of ['dave', 'erin'])
      await as(name).done('flagTarget', { params: at(folded), body: { reason: 'abuse', words: '' } });
    for (const one of [removed, insult])
      await as('alice').done('removeText', { params: at(one), body: { words: 'A court said so.' } });
    await as('bob').done('withdrawComment', { params: { commentId: withdrawn?.id ?? '' } });
    expect((await ids('narwhals')).sort()).toEqual([answered?.id, one.id].sort());
    expect(await ids('insult')).toEqual([]);
    for (const name of ['dave', 'erin', 'frank'])
      await as(name).done('flagTarget', { params: { what: 'items', target: placeId }, body: { reason: 'spam' } });
    expect(await ids('narwhals')).toEqual([]);
  });
});
