import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonContext } from '#functions/http/handler.ts';
import { advanceImport } from '#functions/imports/advance-import.ts';
import { cancelImport } from '#functions/imports/cancel-import.ts';
import { startImport } from '#functions/imports/start-import.ts';
import { deleteAccount } from '#functions/people/delete-account.ts';
import { personPartition } from '#functions/people/reader.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { type Row, scanRows } from '#functions/table/table.ts';
import type { ImportJob } from '#shared/imports/schema.ts';
import { bookmarksFile } from '#tests/builders/bookmarks-file.ts';
import { as, join } from '#tests/builders/people.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';

const none = { params: undefined, query: undefined, body: undefined };
const start = async (by: PersonContext, text: string) =>
  (await startImport({ ...none, body: { text, visibility: 'file' } }, by)).import;
const advance = (by: PersonContext, importId: string) => advanceImport({ ...none, params: { importId } }, by);

async function toEnd(by: PersonContext, importId: string): Promise<ImportJob> {
  for (;;) {
    const { import: job } = await advance(by, importId);
    if (job.state !== 'running') return job;
  }
}

async function ofType(type: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const found of scanRows()) rows.push(...found.filter((row) => row.type === type));
  return rows;
}

/** Bookmarks of which every other is public. */
const mixed = (count: number, of: string) =>
  bookmarksFile(
    Array.from({ length: count }, (_, n) => ({
      url: `https://${of}.example.org/${n}`,
      title: `Page ${n}`,
      private: n % 2 === 1,
      tags: ['web', `n${n % 3}`],
      at: 1_600_000_000 + n,
    })),
  );

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

describe('an import that is cut off', () => {
  it('goes on from any request on and saves everything once, and says so', async () => {
    const client = documentClient();
    const send = client.send.bind(client) as (command: never) => Promise<unknown>;
    for (let crashAt = 0, whole = false; !whole; crashAt++) {
      await table.reset();
      await join('alice');
      const job = await start(as('alice'), mixed(4, `cut${crashAt}`));
      let sent = 0;
      const crash = vi
        .spyOn(client, 'send')
        .mockImplementation(((command: never) =>
          ++sent > crashAt ? Promise.reject(new Error('The process is gone')) : send(command)) as never);
      const first = await advance(as('alice'), job.id).catch((error: Error) => error);
      crash.mockRestore();
      whole = !(first instanceof Error);

      const ended = whole ? (first as unknown as { import: ImportJob }).import : await toEnd(as('alice'), job.id);

      expect(ended.outcomes, `cut off after ${crashAt}`).toEqual({ saved: 4, unchanged: 0, skipped: 0, refused: 0 });
      expect((await ofType('item')).map(({ title }) => title).sort()).toEqual(['Page 0', 'Page 2']);
      const saves = await ofType('save');
      expect(saves).toHaveLength(4);
      expect(saves.filter((save) => save.private)).toHaveLength(2);
      expect(saves.filter((save) => save.editedAt)).toEqual([]);
    }
  });

  it('may be taken by two pages at once', async () => {
    const job = await start(as('alice'), mixed(120, 'two'));

    const ends = await Promise.all([1, 2, 3].map(() => toEnd(as('alice'), job.id)));

    for (const ended of ends) {
      expect(ended).toMatchObject({ state: 'done', done: 120 });
      expect(ended.outcomes).toEqual({ saved: 120, unchanged: 0, skipped: 0, refused: 0 });
    }
    expect(await ofType('item')).toHaveLength(60);
    expect(await ofType('save')).toHaveLength(120);
  });

  it('stops where it is cancelled and keeps what it saved', async () => {
    const job = await start(as('alice'), mixed(120, 'cancelled'));
    await advance(as('alice'), job.id);

    const cancelled = await cancelImport({ ...none, params: { importId: job.id } }, as('alice'));

    expect(cancelled).toMatchObject({ import: { state: 'cancelled', done: 50, outcomes: { saved: 50 } } });
    await expect(advance(as('alice'), job.id)).rejects.toMatchObject({ code: 'import_cancelled' });
    expect(await ofType('save')).toHaveLength(50);
  });

  it('leaves nothing of its owner where the account is deleted in its middle', async () => {
    const job = await start(as('alice'), mixed(200, 'deleted'));
    await advance(as('alice'), job.id);

    const [step] = await Promise.allSettled([advance(as('alice'), job.id), deleteAccount({ ...none }, as('alice'))]);
    await deleteAccount({ ...none }, as('alice')).catch(() => undefined);

    if (step.status === 'rejected') expect(step.reason).toMatchObject({ code: 'account_deleted' });
    await expect(advance(as('alice'), job.id)).rejects.toMatchObject({ code: 'account_deleted' });
    await expect(start(as('alice'), mixed(2, 'later'))).rejects.toMatchObject({ code: 'account_deleted' });
    const { personId } = as('alice').caller;
    const left: Row[] = [];
    for await (const found of scanRows()) left.push(...found.filter(({ pk }) => pk === personPartition(personId)));
    // Of public saves the tags stay, which name nobody.
    expect(left.filter((row) => row.type === 'save' && (row.at ?? row.private ?? row.by) !== undefined)).toEqual([]);
    expect(left.filter(({ type }) => String(type).startsWith('import'))).toEqual([]);
    const items = await ofType('item');
    expect(items.filter(({ by }) => by !== undefined)).toEqual([]);
  });
});
