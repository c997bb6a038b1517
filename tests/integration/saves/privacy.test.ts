import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDump } from '#functions/dumps/make-dump.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { ordered } from '#functions/table/ordered.ts';
import { scanRows } from '#functions/table/table.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { allOperations, type OperationName, operations } from '#shared/capabilities.ts';
import { feedAddress } from '#shared/feeds/rules.ts';
import { bookmarksFile } from '#tests/builders/bookmarks-file.ts';
import { filesIn, readDump } from '#tests/builders/dump.ts';
import { type Request, subOf } from '#tests/builders/event.ts';
import { examplesOf } from '#tests/builders/request.ts';
import { wholeImport } from '#tests/builders/whole-import.ts';
import { as, call } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { askPage } from '#tests/integration/pages/page.ts';
import { goodreadsFile } from '#tests/unit/imports/goodreads-file.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';

/** Stands in everything that is private, and nowhere else. */
const secret = 'zqxsecret';
const address = `https://example.org/${secret}`;
const written = {
  private: true,
  note: `${secret} note`,
  privateNote: `${secret} private note`,
  tags: [secret, 'web'],
  shelves: [secret],
  readings: [{ started: '2026-01-01', finished: '2026-01-31' }],
};

/** What an outsider would try who has an idea of what to look for. */
const probes: { [N in OperationName]?: Request[] } = {
  findItem: [{ query: { value: address } }],
  listSaves: [
    {},
    { own: secret },
    { tag: secret },
    { tag: 'web' },
    { kind: 'link' },
    { kind: 'link', shelf: 'read' },
  ].map((query) => ({ params: { handle: 'carol' }, query })),
  listTaggedSaves: [{ query: { tags: secret } }, { query: { tags: `web,${secret}` } }],
  listRanking: ['saved', 'new', 'hot'].flatMap((order) =>
    [{}, { tag: secret }, { tag: 'web' }].map((scope) => ({ query: { order, window: 'all', ...scope } })),
  ),
  getPerson: [{ params: { handle: 'carol' } }],
  listContributions: [{ params: { handle: 'carol' }, query: {} }],
  getShelves: [{ params: { handle: 'bob' } }],
  listPersonTags: [{ params: { handle: 'bob' }, query: {} }],
  relatedTags: [{ params: { tag: 'web' } }, { params: { tag: secret } }],
  listSynonyms: [{ params: { tag: 'web' } }],
};

let system: System;
let world: World;
let folder: string;
let noted: Request;

/** Everything that anybody can read: every public operation, as its examples and the probes ask, and the public dump. */
async function everythingPublic(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const operation of allOperations.filter(({ auth }) => auth === 'public')) {
    const asked = [...(await examplesOf(operation, world)), ...(probes[operation.name as OperationName] ?? [])];
    for (const request of asked) {
      const { text } = await call(operation, request);
      found.set(`${operation.name} ${JSON.stringify(request)}`, text.replace(/"requestId":"[^"]*"/, ''));
    }
  }
  const feeds = [
    '/',
    '/?order=saved',
    '/recent',
    '/@carol',
    '/@carol/saves',
    '/@bob/saves',
    `/i/${world.itemId}/savers`,
  ];
  const named = [secret, 'web'].flatMap((tag) => [`/t/${tag}`, `/tag/${tag}`, `/tag/web+${tag}`, `/@carol/${tag}`]);
  for (const page of [...feeds, ...named]) {
    const { status, body } = await askPage(feedAddress('json', page));
    found.set(`feed of ${page}`, `${status} ${body}`);
  }
  const { name } = await makeDump({ bucket: folderBucket(folder) });
  const { rows } = readDump(filesIn(folder), name);
  for (const [type, lines] of Object.entries(rows)) {
    found.set(
      `dump of ${type}`,
      lines
        .map((line) => JSON.stringify(ordered(line)))
        .sort()
        .join('\n'),
    );
  }
  return found;
}

let before: Map<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-private-'));
  system = await startSystem();
  world = await aliceAndBob();
  const [bob, carol] = [as('bob'), as('carol')];
  const { item } = await bob.done('createItem', {
    body: { kind: 'link', fields: { url: 'https://example.org/kept', title: 'Kept' } },
  });
  noted = { params: { itemId: world.itemId }, body: { private: false, note: 'For all.', tags: ['web'] } };
  await bob.done('saveItem', noted);
  await system.settle();
  before = await everythingPublic();
  await carol.done('saveItem', { params: { itemId: item.id }, body: { ...written, shelf: 'read' } });
  await carol.done('saveAddress', { body: { ...written, url: address, title: `${secret} title` } });
  await wholeImport(
    'carol',
    bookmarksFile([
      { url: `${address}/from-a-browser`, title: `${secret} page`, tags: [secret, 'web'], note: `${secret} note` },
      { url: 'https://example.org/kept/', title: `${secret} kept`, tags: [secret], private: true },
      { url: `javascript:${secret}`, title: `${secret} refused` },
    ]),
  );
  await wholeImport(
    'carol',
    goodreadsFile([{ Title: `${secret} book`, 'My Rating': '4', 'My Review': secret, 'Private Notes': secret }]),
    'private',
  );
  await bob.done('saveItem', {
    ...noted,
    body: { ...(noted.body as object), privateNote: `${secret} beside a public save` },
  });
  await system.settle();
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is private', () => {
  it('is there for its owner', async () => {
    const { entries } = await as('carol').done('listMySaves', { query: { tag: secret } });
    expect(entries).toHaveLength(3);
    expect((await as('carol').done('getMyShelves')).own).toEqual({ [secret]: 2 });
  });

  it('changes nothing that anybody else can read, be it a count', async () => {
    const after = await everythingPublic();
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [asked, text] of after) expect.soft(text, asked).toBe(before.get(asked));
  });

  it('is not told to other people who are signed in', async () => {
    for (const operation of allOperations.filter(({ auth, method }) => auth === 'person' && method === 'GET')) {
      for (const example of await examplesOf(operation, world)) {
        const { text } = await call(operation, example, 'erin');
        expect(text, operation.name).not.toContain(secret);
      }
    }
    const looked = await call(operations.lookUpSave, { query: { url: address.slice(0, -1) } }, 'alice');
    expect(looked.text).not.toContain(secret);
  });

  it('lies under its owner alone, and in no log', async () => {
    const owners = ['carol', 'bob'].map((name) => personIdOf(subOf(name)));
    const own = /^(P|SP|PS|YP)#/;
    for await (const page of scanRows()) {
      for (const row of page) {
        if (!JSON.stringify(row, (_, value) => (value instanceof Set ? [...value] : value)).includes(secret)) continue;
        expect(owners.some((id) => row.pk.includes(id)) && own.test(row.pk), `${row.pk} / ${row.sk}`).toBe(true);
      }
    }
    expect(system.log.filter((line) => line.includes(secret))).toEqual([]);
  });

  it('made public is public, and made private again leaves no trace', async () => {
    const carol = as('carol');
    const { entries } = await carol.done('listMySaves', { query: { tag: secret } });
    const first = entries.find(({ address: own }) => own === undefined);
    const params = { itemId: first?.item.id };
    const back = { ...written, ...(first?.shelf ? { shelf: first.shelf } : {}) };
    const isItem = first?.address === undefined;
    if (isItem) {
      await carol.done('saveItem', { params, body: { ...back, private: false } });
      await system.settle();
      expect([...(await everythingPublic()).values()].some((text) => text.includes(secret))).toBe(true);
      await carol.done('saveItem', { params, body: back });
      await system.settle();
    }
    const after = await everythingPublic();
    for (const [asked, text] of after) expect.soft(text, asked).toBe(before.get(asked));
  });
});
