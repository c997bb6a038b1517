import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeDump } from '#functions/dumps/make-dump.ts';
import { itemKey, itemStandingKey } from '#functions/items/reader.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { personPartition, profileKey } from '#functions/people/reader.ts';
import { reviewKey, reviewStandingKey } from '#functions/reviews/reader.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { putRow, scanRows, updateRow } from '#functions/table/table.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import { newId } from '#shared/ids.ts';
import { filesIn, type ParsedDump, readDump } from '#tests/builders/dump.ts';
import { subOf } from '#tests/builders/event.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { aliceAndBob, type World } from '#tests/worlds/alice-and-bob.ts';
import { members } from '#tests/worlds/members.ts';

let system: System;
let world: World;
let bookId: string;
let folder: string;

/** Pages of three rows, so that what belongs together comes apart. */
const shortPages = () =>
  documentClient().middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next(commandName === 'ScanCommand' ? { ...args, input: { ...args.input, Limit: 3 } } : args),
    { step: 'initialize', name: 'shortPages', override: true },
  );

async function dump(options: { partBytes?: number } = {}): Promise<ParsedDump> {
  const { name } = await makeDump({ bucket: folderBucket(folder), ...options });
  return readDump(filesIn(folder), name);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commonplace-dump-'));
  system = await startSystem();
  world = await aliceAndBob();
  const [bob, carol, dave] = [as('bob'), as('carol'), as('dave')];
  const params = { itemId: world.itemId };
  const fields = { title: 'Persuasion', authors: ['Jane Austen'], isbn: '9780141439686', year: 1817 };
  bookId = (await dave.done('createItem', { body: { kind: 'book', fields, licence: 'CC0-1.0' } })).item.id;
  const review = { rating: 4.5, text: 'Said otherwise.', aspects: { depth: 3.5 }, experiencedOn: '2024-03-04' };
  await bob.done('postReview', { params, body: { ...review, revision: 1 } });
  await dave.done('postReview', { params: { itemId: bookId }, body: { rating: 5, text: 'Mine, later nobody’s.' } });
  await carol.done('postReview', { params: { itemId: bookId }, body: { rating: 1, text: 'Taken back.' } });
  await carol.done('withdrawReview', { params: { itemId: bookId } });
  const { commentId } = world;
  await carol.done('editComment', { params: { commentId }, body: { text: 'And now?', revision: 1 } });
  await dave.done('deleteAccount');
  await system.settle();
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => void documentClient().middlewareStack.remove('shortPages'));

describe.each([
  ['in one piece', {}, () => {}],
  ['read in short pages and written in small parts', { partBytes: 400 }, shortPages],
])('the public dump, %s', (_, options, prepare) => {
  let made: ParsedDump;
  beforeAll(async () => {
    prepare();
    made = await dump(options);
  });

  it('holds what stands somewhere as GeoJSON, too, as the map gives it out', async () => {
    const items = [world.placeId, world.areaId, world.bookId].join(',');
    const { features } = await seen('listFeatures', { query: { items } });
    const byId = (all: typeof features) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(made.rows.places)).toEqual(byId(features));
    expect(made.rows.places.map(({ id }) => id)).toContain(world.placeId);
  });

  it('holds every item once, as its page shows it', async () => {
    const listed = (await seen('listRanking', { query: { order: 'new', window: 'all' } })).entries;
    expect(made.rows.items.map(({ id }) => id).sort()).toEqual(listed.map(({ id }) => id).sort());
    for (const { counts, aspects, identifiers, ...item } of made.rows.items) {
      const page = await seen('getItem', { params: { itemId: item.id } });
      expect({ item, counts, aspects }).toEqual({ item: page.item, counts: page.counts, aspects: page.aspects });
      expect(
        made.rows.tags.filter(({ itemId }) => itemId === item.id).map(({ tag, count }) => ({ tag, count })),
      ).toEqual(page.tags);
      for (const value of identifiers) {
        const text = value.replace(/^(isbn|url):/, '');
        if (text !== value) expect((await seen('findItem', { query: { value: text } })).item?.id).toBe(item.id);
      }
    }
    expect(made.rows.items.find(({ id }) => id === bookId)).toMatchObject({
      by: null,
      licence: 'CC0-1.0',
      identifiers: ['isbn:9780141439686'],
      counts: { ratings: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], reviews: 1 },
    });
    expect(made.rows.tags.map(({ tag }) => tag).sort()).toEqual(['to-drop', 'web']);
  });

  it('holds every review once, whole, with its earlier wordings, as its page shows it', async () => {
    const reviewed = made.rows.items.reduce((sum, { counts }) => sum + counts.reviews, 0);
    expect(new Set(made.rows.reviews.map(({ id }) => id)).size).toBe(reviewed);
    expect(made.rows.reviews).toHaveLength(reviewed);
    for (const row of made.rows.reviews) {
      const { review, history } = await seen('getReview', { params: { reviewId: row.id } });
      expect({ ...row, more: false }).toEqual(review);
      expect(made.rows.wordings.filter(({ reviewId }) => reviewId === row.id)).toEqual(
        history.map((wording) => ({ reviewId: row.id, ...wording })),
      );
    }
    expect(made.rows.wordings.map(({ text }) => text)).toEqual(['A fine page.']);
    expect(made.rows.reviews.find(({ id }) => id === world.reviewId)).toMatchObject({
      text: 'Said otherwise.',
      experiencedOn: '2024-03-04',
      marks: { useful: 1, funny: 0, cool: 1 },
    });
  });

  it('holds every revision with its fields and text, as its page shows it', async () => {
    const { revisions, revisionFields, revisionTexts } = made.rows;
    expect(revisions.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4]);
    for (const row of revisions) {
      const { itemId, n, fieldsOf, textOf, ...told } = row;
      const page = await seen('getRevision', { params: { itemId, n: String(n) } });
      expect(page.revision).toMatchObject({ n, ...told });
      expect(revisionTexts.find((text) => text.itemId === itemId && text.n === textOf)?.text).toBe(page.text);
      const fields = revisionFields.find((one) => one.itemId === itemId && one.n === fieldsOf)?.fields;
      expect(fields ?? made.rows.items.find(({ id }) => id === itemId)?.fields).toEqual(page.fields);
    }
    expect(revisionTexts).toHaveLength(4);
  });

  it('holds every proposal with its versions and votes, as its page shows it', async () => {
    const { proposals, proposalVersions, proposalVotes } = made.rows;
    expect(proposals.length).toBeGreaterThan(2);
    for (const row of proposals) {
      const page = await seen('getProposal', { params: { proposalId: row.id } });
      expect(page.proposal).toEqual(row);
      const own = <T extends { proposalId: string }>(rows: T[]) =>
        rows.filter(({ proposalId }) => proposalId === row.id);
      expect(own(proposalVersions).map(({ version, at, reason }) => ({ version, at, reason }))).toEqual(page.versions);
      expect(
        own(proposalVotes)
          .map(({ vote, reason }) => vote + reason)
          .sort(),
      ).toEqual(page.votes.map(({ vote, reason }) => vote + reason).sort());
    }
  });

  it('holds every comment that stands, with its earlier wordings, as its page shows it', async () => {
    expect(made.rows.comments.length).toBeGreaterThan(2);
    for (const { id, what, target, licence, counts, ...row } of made.rows.comments) {
      const page = await seen('getComment', { params: { commentId: id }, query: {} });
      const { up, down, replies: _replies, mentions: _mentions, ...comment } = page.comment;
      expect({ id, ...row }).toEqual(comment);
      expect({ thread: { what, target }, licence, counts }).toEqual({
        thread: page.thread,
        licence: page.licence,
        counts: { up, down },
      });
      const { wordings } = await seen('listWordings', { params: { commentId: id } });
      expect(made.rows.commentWordings.filter(({ commentId }) => commentId === id)).toEqual(
        wordings.map((wording) => ({ commentId: id, ...wording })),
      );
    }
    expect(made.rows.commentWordings.map(({ text }) => text)).toEqual(['What do you make of it, @alice?']);
  });

  it('holds every person with a handle once, and nobody who left', async () => {
    expect(made.rows.people.map(({ handle }) => handle).sort()).toEqual(['alice', 'bob', 'carol', 'mallory']);
    for (const row of made.rows.people)
      expect({ person: row }).toEqual(await seen('getPerson', { params: { handle: row.handle } }));
    expect(made.text).not.toMatch(/dave|Taken back/);
  });

  it('holds nothing that tells a person’s id, sub, votes or imports', async () => {
    const hidden = members.flatMap((name) =>
      [subOf(name), personIdOf(subOf(name)), name === 'dave' ? name : []].flat(),
    );
    const imported = [world.importId, world.cancelledImportId, 'Book Id', 'outcome'];
    for (const word of [...hidden, ...imported, 'byId', 'digest', '"pk"', '"sk"', 'standing']) {
      expect(made.text.includes(word), word).toBe(false);
    }
  });
});

it('leaves out whatever else a row may come to carry, and rows it does not know', async () => {
  const secret = 'alice@private.example';
  const alice = personIdOf(subOf('alice'));
  const carrying = [
    profileKey(alice),
    { pk: personPartition(alice), sk: 'STANDING' },
    itemKey(world.itemId),
    itemStandingKey(world.itemId),
    reviewKey(world.reviewId),
    reviewStandingKey(world.reviewId),
  ];
  for (const key of carrying) {
    await updateRow(key, { UpdateExpression: 'SET email = :it', ExpressionAttributeValues: { ':it': secret } });
  }
  await putRow({
    pk: personPartition(alice),
    sk: 'S#1',
    type: 'save',
    itemId: world.itemId,
    note: secret,
    private: true,
  });
  // What a withdrawal that was broken off may leave behind.
  const orphan = newId();
  await putRow({
    ...reviewKey(orphan),
    sk: 'V#000001',
    type: 'reviewVersion',
    revision: 1,
    rating: 2,
    text: secret,
    at: '',
  });
  let carriers = 0;
  for await (const page of scanRows()) carriers += page.filter((row) => JSON.stringify(row).includes(secret)).length;
  expect(carriers).toBe(carrying.length + 2);
  const { text, rows } = await dump();
  expect(text).not.toContain('private.example');
  expect(text).not.toContain(orphan);
  expect(rows.people).toHaveLength(4);
});

it('says what it is: the index lists it, and its README lies beside it', async () => {
  const now = new Date();
  const { manifest } = await dump();
  const { dumps } = JSON.parse(filesIn(folder)('dumps/index.json').toString());
  expect(dumps[0]).toMatchObject({ name: manifest.name, rows: manifest.rows });
  expect(Date.parse(dumps[0].expires)).toBeGreaterThan(now.getTime());
  expect(manifest.ranking.parameters).toMatchObject((await seen('getRankingParameters')).parameters);
  expect(manifest.software).toMatchObject({ name: 'commonplace', licence: 'AGPL-3.0-or-later' });
  expect(readdirSync(join(folder, 'dumps', manifest.name)).sort()).toEqual(
    ['README.txt', 'manifest.json', ...manifest.files.map(({ name }) => name)].sort(),
  );
});

it('keeps the dumps of four weeks, and removes what was never finished', async () => {
  const bucket = folderBucket(folder);
  const day = 86_400_000;
  const now = Date.now();
  const made = [40, 28, 26, 7].map((days) => new Date(now - days * day));
  const names: string[] = [];
  for (const at of made) names.push((await makeDump({ bucket, now: at })).name);
  await bucket.put('dumps/20200101T000000000Z/items-0001.ndjson.gz', Buffer.from('x'), {
    contentType: '',
    cacheControl: '',
  });
  const { manifest } = await dump();
  const { dumps } = JSON.parse(filesIn(folder)('dumps/index.json').toString()) as { dumps: { name: string }[] };
  const listed = dumps.map(({ name }) => name);
  expect(listed).toEqual(listed.toSorted().reverse());
  expect(listed).toEqual(expect.arrayContaining([manifest.name, names[2], names[3]]));
  for (const gone of [names[0], names[1], '20200101T000000000Z']) {
    expect(listed).not.toContain(gone);
    expect(existsSync(join(folder, 'dumps', gone ?? ''))).toBe(false);
  }
});

it('leaves nothing behind where it cannot be finished', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'commonplace-dump-'));
  // In which order rows come is the engine's matter: it fails once a part is written.
  const onPage = () => {
    if (existsSync(join(empty, 'dumps'))) throw new Error('Too large');
  };
  shortPages();
  await expect(makeDump({ bucket: folderBucket(empty), onPage, partBytes: 10 })).rejects.toThrow('Too large');
  expect(readdirSync(join(empty, 'dumps'))).toEqual([]);
  rmSync(empty, { recursive: true });
});
