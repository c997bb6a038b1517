import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personIdOf } from '#functions/people/identity.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import { shelvesPerSave } from '#shared/saves/rules.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { members } from '#tests/worlds/members.ts';

let system: System;
const [alice, bob, carol, dave] = [as('alice'), as('bob'), as('carol'), as('dave')];
let number = 0;
const book = async () =>
  (await alice.done('createItem', { body: { kind: 'book', fields: { title: `Book ${++number}` } } })).item;
/** Saves a new book, and answers its id. */
const kept = async (by: typeof alice, body = {}) => {
  const { id } = await book();
  await by.done('saveItem', { params: { itemId: id }, body: { private: false, ...body } });
  return id;
};
const note = (by: typeof alice, itemId: string, day: string, body: object) =>
  by.call('noteProgress', { params: { itemId, day }, body });
const readingsOf = async (by: typeof alice, itemId: string) =>
  (await by.done('getMySave', { params: { itemId } })).save?.readings;
const yearOf = (handle: string, year: string) => seen('getYear', { params: { handle, year } });
const books = ({ kinds }: Awaited<ReturnType<typeof yearOf>>) => kinds.find(({ kind }) => kind === 'book');

beforeAll(async () => {
  system = await startSystem();
  for (const handle of members) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

describe('progress', () => {
  it('starts a reading, and puts what was wanted where it is being read', async () => {
    const itemId = await kept(alice, { shelf: 'to-read', note: 'Stays' });
    await note(alice, itemId, '2024-05-05', { page: 20 });
    await note(alice, itemId, '2024-05-07', { percent: 30 });
    await note(alice, itemId, '2024-05-05', { page: 25 });
    const { save } = await alice.done('getMySave', { params: { itemId } });

    expect(save).toMatchObject({ shelf: 'reading', note: 'Stays' });
    expect(save?.readings).toEqual([
      {
        started: '2024-05-05',
        progress: [
          { on: '2024-05-05', page: 25 },
          { on: '2024-05-07', percent: 30 },
        ],
      },
    ]);
  });

  it('repeated changes nothing, and is taken back once or twice', async () => {
    const itemId = await kept(alice, { shelf: 'read' });
    await note(alice, itemId, '2024-05-05', { page: 20 });
    const before = await alice.done('getMySave', { params: { itemId } });
    expect((await note(alice, itemId, '2024-05-05', { page: 20 })).body).toEqual(before);
    for (const _time of [1, 2]) {
      const { save } = await alice.done('removeProgress', { params: { itemId, day: '2024-05-05' } });
      expect(save?.readings).toEqual([{ started: '2024-05-05' }]);
    }
    const none = { params: { itemId: (await book()).id, day: '2024-05-05' } };
    expect((await alice.done('removeProgress', none)).save).toBeNull();
  });

  it('of many tabs at once is all there, in one reading', async () => {
    const itemId = await kept(alice, { shelf: 'to-read' });
    const days = Array.from({ length: 8 }, (_, n) => `2024-03-0${n + 1}`);
    const answers = await Promise.all(days.map((day, n) => note(alice, itemId, day, { page: n + 1 })));
    expect(answers.map(({ status }) => status)).toEqual(days.map(() => 200));
    const progress = days.map((on, n) => ({ on, page: n + 1 }));
    expect(await readingsOf(alice, itemId)).toEqual([{ started: '2024-03-01', progress }]);

    await Promise.all([
      ...days.slice(0, 4).map((day) => alice.done('removeProgress', { params: { itemId, day } })),
      note(alice, itemId, '2024-03-09', { page: 9 }),
    ]);
    expect((await readingsOf(alice, itemId))?.[0]?.progress).toEqual([
      ...progress.slice(4),
      { on: '2024-03-09', page: 9 },
    ]);
  });

  it('is refused on days that are none or are still to come, beyond a page, and by both measures', async () => {
    const itemId = await kept(alice);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    for (const day of ['2023-02-29', '2024-13-01', '2024-1-1', 'today', '2024-05-05T00:00:00Z']) {
      expect(await note(alice, itemId, day, { page: 1 })).toMatchObject({ status: 400, code: 'invalid_input' });
    }
    expect(await note(alice, itemId, inDays(2), { page: 1 })).toMatchObject({ status: 422, code: 'day_to_come' });
    expect(await note(alice, itemId, inDays(0), { page: 1 })).toMatchObject({ status: 200 });
    for (const body of [
      {},
      { page: 1, percent: 1 },
      { percent: 101 },
      { page: -1 },
      { page: 1.5 },
      { page: 100_000 },
    ]) {
      expect(await note(alice, itemId, '2024-05-05', body)).toMatchObject({ status: 400, code: 'invalid_input' });
    }
  });

  it('goes with what is saved, of a kind that is read or visited, as long as there is room', async () => {
    const { id } = await book();
    expect(await note(alice, id, '2024-05-05', { page: 1 })).toMatchObject({ status: 404, code: 'save_not_found' });
    const fields = { url: 'https://example.org/page', title: 'Page' };
    const { item } = await alice.done('createItem', { body: { kind: 'link', fields } });
    await alice.done('saveItem', { params: { itemId: item.id }, body: { private: false } });
    expect(await note(alice, item.id, '2024-05-05', { page: 1 })).toMatchObject({ code: 'no_readings' });
    const progress = Array.from({ length: 400 }, (_, n) => ({
      on: new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10),
      page: n,
    }));
    const full = await kept(alice, { readings: [{ started: '2020-01-01', progress }] });
    expect(await note(alice, full, '2024-05-05', { page: 999 })).toMatchObject({ code: 'progress_limit' });
    expect(await note(alice, full, '2020-01-09', { page: 999 })).toMatchObject({ status: 200 });
  });
});

describe('a year', () => {
  it('counts what was finished in it, with its months, ratings, pages, tags and goal', async () => {
    const first = await kept(bob, {
      at: '2023-01-05T00:00:00Z',
      tags: ['slow', 'sea'],
      readings: [
        { started: '2023-01-01', finished: '2023-01-10', progress: [{ on: '2023-01-03', page: 100 }] },
        { started: '2023-12-01', finished: '2023-12-02' },
        { started: '2022-12-31', finished: '2022-12-31' },
        { started: '2023-03-01', finished: '2023-03-09', stopped: true },
      ],
    });
    const second = await kept(bob, {
      at: '2023-02-05T00:00:00Z',
      tags: ['sea'],
      readings: [
        {
          finished: '2023-12-30',
          progress: [
            { on: '2023-01-31', page: 50 },
            { on: '2024-01-01', page: 90 },
          ],
        },
      ],
    });
    await bob.done('postReview', { params: { itemId: first }, body: { rating: 4.5, text: '' } });
    await bob.done('putGoal', { params: { year: '2023', kind: 'book' }, body: { target: 2, private: false } });
    await system.settle();
    const year = await yearOf('bob', '2023');

    expect(books(year)).toMatchObject({
      goal: { target: 2, private: false },
      finished: 3,
      months: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      pages: [150, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      ratings: [0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
      first: { finished: '2023-01-10', rating: 4.5 },
      last: { item: { id: second }, finished: '2023-12-30' },
      shortest: { days: 2 },
      longest: { days: 10 },
    });
    expect(year.readings.map(({ finished }) => finished)).toEqual(['2023-12-30', '2023-12-02', '2023-01-10']);
    expect(year.tags).toEqual([
      { tag: 'sea', count: 2 },
      { tag: 'slow', count: 1 },
    ]);
    expect(year.saves).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(year).toMatchObject({ more: false, atLeast: false, years: ['2024', '2023', '2022'] });
    expect(await bob.done('getMyYear', { params: { year: '2023' } })).toEqual(year);
    expect(books(await yearOf('bob', '2024'))?.pages?.[0]).toBe(40);
    expect((await yearOf('bob', '2019')).years).toEqual(['2023', '2022']);
  });

  it('keeps what is private to its owner, in every number', async () => {
    const year = '2021';
    const nothing = await yearOf('carol', year);
    const itemId = await kept(carol, {
      private: true,
      at: '2021-06-01T00:00:00Z',
      tags: ['hush'],
      readings: [{ started: '2021-06-01', finished: '2021-06-09', progress: [{ on: '2021-06-02', page: 33 }] }],
    });
    await carol.done('postReview', { params: { itemId }, body: { rating: 3, text: '' } });
    await carol.done('putGoal', { params: { year, kind: 'book' }, body: { target: 5, private: true } });
    await system.settle();

    expect(await yearOf('carol', year)).toEqual(nothing);
    const mine = await carol.done('getMyYear', { params: { year } });
    expect(books(mine)).toMatchObject({ goal: { target: 5, private: true }, finished: 1, longest: null });
    expect(mine).toMatchObject({ tags: [{ tag: 'hush', count: 1 }], years: [year] });
    expect(mine.readings).toMatchObject([{ item: { id: itemId }, private: true, rating: 3, days: 9 }]);
    expect([mine.saves[5], books(mine)?.pages?.[5]]).toEqual([1, 33]);

    const { save } = await carol.done('getMySave', { params: { itemId } });
    const { item: _i, by: _b, editedAt: _e, shelf: _s, ...open } = { ...save, private: false };
    await carol.done('saveItem', { params: { itemId }, body: open });
    await system.settle();
    const shown = await yearOf('carol', year);
    expect(books(shown)).toMatchObject({ goal: null, finished: 1 });
    expect(shown).toMatchObject({ tags: [{ tag: 'hush', count: 1 }], years: [year] });

    await carol.done('saveItem', { params: { itemId }, body: { ...open, private: true } });
    await system.settle();
    expect(await yearOf('carol', year)).toEqual(nothing);
  });

  it('lists five hundred, and counts all', async () => {
    for (let n = 0; n < 18; n++) {
      const readings = Array.from({ length: 29 }, () => ({ finished: '1999-09-09' }));
      await kept(dave, { readings });
    }
    await system.settle();
    const year = await yearOf('dave', '1999');

    expect(books(year)).toMatchObject({ finished: 522, months: [0, 0, 0, 0, 0, 0, 0, 0, 522, 0, 0, 0] });
    expect(year.readings).toHaveLength(500);
    expect(year).toMatchObject({ more: true, atLeast: false });
  });

  it('is a year of four digits, of somebody who is here', async () => {
    for (const year of ['24', '20244', 'now', '0999', '٢٠٢٤']) {
      expect(await alice.call('getMyYear', { params: { year } })).toMatchObject({ status: 400 });
    }
    await expect(yearOf('nobody-here', '2024')).rejects.toThrow('person_not_found');
    expect(await as('nameless').call('getMyYear', { params: { year: '2024' } })).toMatchObject({
      code: 'handle_required',
    });
  });
});

describe('a goal', () => {
  it('is for a kind of which readings are counted, from 1 to 10,000', async () => {
    const put = (kind: string, target: unknown) =>
      alice.call('putGoal', { params: { year: '2024', kind }, body: { target, private: false } });
    expect(await put('link', 3)).toMatchObject({ status: 422, code: 'no_readings' });
    for (const target of [0, 10_001, 1.5, '3']) expect((await put('book', target)).status).toBe(400);
    for (const target of [1, 10_000]) expect((await put('book', target)).status).toBe(200);
    for (const _time of [1, 2])
      expect(await alice.done('removeGoal', { params: { year: '2024', kind: 'book' } })).toEqual({ goal: null });
    expect(books(await alice.done('getMyYear', { params: { year: '2024' } }))?.goal).toBeNull();
  });
});

it('nothing of readings and goals is left of a deleted account', async () => {
  const eve = as('eve');
  await eve.done('chooseHandle', { body: { handle: 'eve' } });
  await kept(eve, {
    tags: ['eves'],
    readings: [{ finished: '2024-01-01', progress: [{ on: '2024-01-01', page: 9 }] }],
  });
  await kept(eve, { private: true, readings: [{ finished: '2024-01-01' }] });
  for (const isPrivate of [true, false]) {
    const params = { year: isPrivate ? '2023' : '2024', kind: 'book' };
    await eve.done('putGoal', { params, body: { target: 9, private: isPrivate } });
  }
  await system.settle();
  await eve.done('deleteAccount');
  await system.settle();

  await expect(yearOf('eve', '2024')).rejects.toThrow('person_not_found');
  const left: Row[] = [];
  for await (const page of scanRows())
    left.push(...page.filter(({ pk }) => pk.endsWith(`#${personIdOf(subOf('eve'))}`)));
  expect(left.filter(({ type }) => type === 'goal' || type === 'entry' || type === 'save')).toEqual([
    expect.objectContaining({ type: 'save', tags: new Set(['eves']) }),
  ]);
  const late = { params: { year: '2024', kind: 'book' }, body: { target: 1, private: true } };
  expect(await eve.call('putGoal', late)).toMatchObject({ status: 410, code: 'account_deleted' });
  expect(await note(eve, 'a1b2c3d4e5f6', '2024-01-01', { page: 1 })).toMatchObject({ code: 'account_deleted' });
});

it('a save whose tags, shelves, month and readings all change at once is projected as any other', async () => {
  const { id } = await book();
  const many = (count: number, start: string) => Array.from({ length: count }, (_, n) => `${start}${n}`);
  for (const [shelf, year] of [
    ['to-read', '2001'],
    ['read', '2002'],
  ] as const) {
    const readings = many(30, '').map((_, n) => ({ finished: `${Number(year) + n}-01-01` }));
    const body = { private: false, shelf, at: `${year}-01-01T00:00:00Z`, readings };
    await alice.done('saveItem', {
      params: { itemId: id },
      body: { ...body, tags: many(30, `${shelf}-`), shelves: many(shelvesPerSave, shelf) },
    });
    await system.settle();
  }
});
