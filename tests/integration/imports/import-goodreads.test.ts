import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonContext } from '#functions/http/handler.ts';
import { advanceImport } from '#functions/imports/advance-import.ts';
import { cancelImport } from '#functions/imports/cancel-import.ts';
import { getImport } from '#functions/imports/get-import.ts';
import { listImportRows } from '#functions/imports/list-import-rows.ts';
import { startImport } from '#functions/imports/start-import.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import type { ImportJob, RowReport } from '#shared/imports/schema.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { goodreadsFile } from '#tests/unit/imports/goodreads-file.ts';

const none = { params: undefined, query: undefined, body: undefined };
const start = (by: PersonContext, text: string, idempotencyKey?: string) =>
  startImport({ ...none, body: { format: 'goodreads', text, visibility: 'file' }, idempotencyKey }, by);
const advance = (by: PersonContext, importId: string) => advanceImport({ ...none, params: { importId } }, by);
const page = (by: PersonContext, importId: string, cursor?: string) =>
  listImportRows({ ...none, params: { importId }, query: { cursor } }, by) as Promise<{
    entries: RowReport[];
    next: string | null;
  }>;

async function toEnd(by: PersonContext, importId: string): Promise<{ job: ImportJob; rows: RowReport[] }> {
  const rows: RowReport[] = [];
  for (;;) {
    const taken = await advance(by, importId);
    rows.push(...taken.rows);
    if (taken.import.state === 'done') return { job: taken.import, rows };
  }
}

async function importWhole(by: PersonContext, text: string) {
  const started = await start(by, text);
  return toEnd(by, started.import.id);
}

async function allRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const found of scanRows()) rows.push(...found);
  return rows;
}
const ofType = async (type: string) => (await allRows()).filter((row) => row.type === type);

const rated = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    'My Rating': '4',
    'My Review': `Thoughts on ${index}`,
    'Date Read': '2020/05/06',
  }));

let table: TestTable;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  await join('alice', 'bob');
});
afterAll(async () => {
  vi.restoreAllMocks();
  await table.drop();
});

describe('importing a Goodreads library', () => {
  it('adds books, posts reviews on their dates and says what became of each row', async () => {
    const file = goodreadsFile([
      {
        Title: 'Rated',
        'My Rating': '4',
        'My Review': 'Good.<br/>Very.',
        'Date Read': '2020/05/06',
        ISBN13: '="9780195374612"',
      },
      { Title: 'Shelved', 'Exclusive Shelf': 'to-read' },
      { Title: 'Only words', 'My Review': 'No stars for this.' },
      { Title: 'No number', 'Book Id': '', 'My Rating': '3' },
      { Title: '', 'My Rating': '3' },
      { Title: 'Rated out of ten', 'My Rating': '9' },
    ]);

    const { job, rows } = await importWhole(as('alice'), file);

    expect(job).toMatchObject({ state: 'done', total: 6, done: 6 });
    expect(job.outcomes).toEqual({ saved: 4, skipped: 0, refused: 2, unchanged: 0 });
    expect(job.reviews).toBe(1);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['saved', 'saved', 'saved', 'refused', 'refused', 'saved']);
    expect(rows.map(({ reviewed }) => reviewed ?? false)).toEqual([true, false, false, false, false, false]);
    expect(rows[2]?.reason).toContain('reviews here have a rating');
    expect(rows[3]?.reason).toContain('It has no number of a catalogue');
    expect(rows[4]?.reason).toBe('title: is empty');
    expect(rows[5]?.reason).toContain('Its review is not posted: rating');
    const [review] = await ofType('review');
    expect(review).toMatchObject({
      rating: 4,
      text: 'Good.  \nVery.',
      at: '2020-05-06T12:00:00Z',
      experiencedOn: '2020-05-06',
      revision: 1,
      by: 'alice',
    });
    expect((await ofType('item')).map(({ title }) => title).sort()).toEqual([
      'Only words',
      'Rated',
      'Rated out of ten',
      'Shelved',
    ]);
  });

  it('changes nothing the second time', async () => {
    const file = goodreadsFile([
      ...rated(30),
      { Title: 'Shelved' },
      { 'Book Id': '1000', Title: 'The first again', 'My Rating': '1' },
    ]);
    const first = await importWhole(as('alice'), file);
    const facts = async () => [
      ...(await ofType('item')),
      ...(await ofType('review')),
      ...(await ofType('reviewVersion')),
      ...(await ofType('save')),
    ];
    const before = await facts();

    const second = await importWhole(as('alice'), file);

    expect(first.job).toMatchObject({ outcomes: { saved: 31, skipped: 1 }, reviews: 30 });
    expect(second.job).toMatchObject({ outcomes: { saved: 0, unchanged: 31, skipped: 1 }, reviews: 0 });
    expect(await facts()).toEqual(before);
  });

  it('posts a new revision where the review changed in the file since', async () => {
    await importWhole(as('alice'), goodreadsFile([{ 'My Rating': '4', 'My Review': 'At first.' }]));

    const { rows } = await importWhole(
      as('alice'),
      goodreadsFile([{ 'My Rating': '5', 'My Review': 'On reflection.' }]),
    );

    expect(rows[0]).toMatchObject({ outcome: 'saved', reviewed: true });
    expect(await ofType('review')).toMatchObject([{ rating: 5, text: 'On reflection.', revision: 2 }]);
    expect(await ofType('reviewVersion')).toMatchObject([{ rating: 4, text: 'At first.' }]);
  });

  it('leads two people to the same books', async () => {
    await importWhole(as('alice'), goodreadsFile(rated(3)));

    const { job } = await importWhole(as('bob'), goodreadsFile(rated(3)));

    expect(job).toMatchObject({ outcomes: { saved: 3 }, reviews: 3 });
    expect(await ofType('item')).toHaveLength(3);
    expect(await ofType('review')).toHaveLength(6);
  });

  it('keeps a private note in its owner’s save and nowhere else', async () => {
    await importWhole(as('alice'), goodreadsFile([{ 'My Rating': '4', 'Private Notes': 'lent-to-max' }]));

    const rows = (await allRows()).filter((row) => JSON.stringify(row).includes('lent-to-max'));
    expect(rows.map(({ type, privateNote }) => [type, privateNote])).toEqual([['save', 'lent-to-max']]);
  });

  it('gives the same import for the same Idempotency-Key, and refuses another file under it', async () => {
    const first = await start(as('alice'), goodreadsFile(rated(1)), 'key-1');
    const again = await start(as('alice'), goodreadsFile(rated(1)), 'key-1');
    const bobs = await start(as('bob'), goodreadsFile(rated(1)), 'key-1');

    expect(again).toEqual(first);
    expect(bobs.import.id).not.toBe(first.import.id);
    await expect(start(as('alice'), goodreadsFile(rated(2)), 'key-1')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('ends at once where the file has no rows', async () => {
    const { import: job } = await start(as('alice'), goodreadsFile([]));

    expect(job).toMatchObject({ state: 'done', total: 0 });
    expect((await advance(as('alice'), job.id)).rows).toEqual([]);
  });

  it('asks for a handle first and takes nothing else than an export', async () => {
    await expect(start(as('carol'), goodreadsFile(rated(1)))).rejects.toMatchObject({ code: 'handle_required' });
    await expect(start(as('alice'), 'hello')).rejects.toMatchObject({ code: 'import_unreadable' });
    expect(await ofType('import')).toEqual([]);
  });
});

describe('an import that does not go smoothly', () => {
  it.each([1, 4, 9, 20, 33, 47])('posts nothing twice after a crash at the request %i', async (crashAt) => {
    const { import: job } = await start(as('alice'), goodreadsFile(rated(8)));
    const client = documentClient();
    const send = client.send.bind(client) as (command: never) => Promise<unknown>;
    let sent = 0;
    const crash = vi
      .spyOn(client, 'send')
      .mockImplementation(((command: never) =>
        ++sent > crashAt ? Promise.reject(new Error('The process is gone')) : send(command)) as never);
    await expect(advance(as('alice'), job.id)).rejects.toThrow('The process is gone');
    crash.mockRestore();

    const { job: ended } = await toEnd(as('alice'), job.id);

    expect(ended.outcomes).toEqual({ saved: 8, unchanged: 0, skipped: 0, refused: 0 });
    // A review that was posted but not yet noted as such when the crash came is not counted; eight are under way at most.
    expect(ended.reviews).toBeLessThanOrEqual(8);
    expect(await ofType('save')).toHaveLength(8);
    expect(ended.done).toBe(8);
    expect(await ofType('item')).toHaveLength(8);
    expect((await ofType('review')).map(({ revision }) => revision)).toEqual(Array(8).fill(1));
    expect(await ofType('reviewVersion')).toEqual([]);
  });

  it('posts nothing twice where two callers take the same steps at once', async () => {
    const { import: job } = await start(as('alice'), goodreadsFile(rated(80)));

    const ends = await Promise.all([
      toEnd(as('alice'), job.id),
      toEnd(as('alice'), job.id),
      toEnd(as('alice'), job.id),
    ]);

    for (const { job: ended } of ends) expect(ended).toMatchObject({ state: 'done', done: 80, total: 80 });
    const { entries } = await page(as('alice'), job.id);
    expect(entries.map(({ row }) => row)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(await ofType('item')).toHaveLength(80);
    expect((await ofType('review')).map(({ revision }) => revision)).toEqual(Array(80).fill(1));
  });

  it('stops where it is cancelled and keeps what it posted', async () => {
    const { import: job } = await start(as('alice'), goodreadsFile(rated(80)));
    await advance(as('alice'), job.id);

    const cancelled = await cancelImport({ ...none, params: { importId: job.id } }, as('alice'));
    const again = await cancelImport({ ...none, params: { importId: job.id } }, as('alice'));

    expect(cancelled).toMatchObject({ import: { state: 'cancelled', done: 50 } });
    expect(again).toEqual(cancelled);
    await expect(advance(as('alice'), job.id)).rejects.toMatchObject({ code: 'import_cancelled' });
    expect(await ofType('review')).toHaveLength(50);
    expect((await page(as('alice'), job.id)).entries).toHaveLength(50);
  });
});

describe('the report of an import', () => {
  it('is read page by page, each row once', async () => {
    const { import: job } = await start(as('alice'), goodreadsFile(Array.from({ length: 230 }, () => ({}))));
    await toEnd(as('alice'), job.id);

    const rows: number[] = [];
    let cursor: string | undefined;
    do {
      const { entries, next } = await page(as('alice'), job.id, cursor);
      rows.push(...entries.map(({ row }) => row));
      cursor = next ?? undefined;
    } while (cursor);

    expect(rows).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
  });

  it('does not take the cursor of another import', async () => {
    const file = goodreadsFile(Array.from({ length: 260 }, () => ({})));
    const [one, other] = [await start(as('alice'), file), await start(as('alice'), file)];
    await toEnd(as('alice'), one.import.id);
    const { next } = await page(as('alice'), one.import.id);

    await expect(page(as('alice'), other.import.id, next ?? '')).rejects.toMatchObject({ code: 'invalid_cursor' });
  });

  it('is there for its own person only', async () => {
    const { import: job } = await start(as('alice'), goodreadsFile(rated(1)));
    const input = { ...none, params: { importId: job.id } };

    for (const call of [advanceImport, getImport, cancelImport]) {
      await expect(call(input, as('bob'))).rejects.toMatchObject({ code: 'import_not_found' });
    }
    await expect(page(as('bob'), job.id)).rejects.toMatchObject({ code: 'import_not_found' });
    expect(await getImport(input, as('alice'))).toMatchObject({ import: { state: 'running', done: 0 } });
  });
});
