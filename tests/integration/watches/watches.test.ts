import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { muteTarget } from '#functions/mutes/mute-target.ts';
import { putNoticeSettings } from '#functions/notifications/put-notice-settings.ts';
import { deleteAccount } from '#functions/people/delete-account.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { rebuild } from '#functions/projections/rebuild.ts';
import { createProposal } from '#functions/proposals/create-proposal.ts';
import { followsOf } from '#functions/relations/table.ts';
import { listRevisions } from '#functions/revisions/list-revisions.ts';
import { documentClient } from '#functions/runtime/document-client.ts';
import { scanRows } from '#functions/table/table.ts';
import { countWatchers } from '#functions/watches/count-watchers.ts';
import { listChanges } from '#functions/watches/list-changes.ts';
import { markWatchedSeen } from '#functions/watches/mark-watched-seen.ts';
import { patrolRevision } from '#functions/watches/patrol-revision.ts';
import type { Revision } from '#shared/revisions/schema.ts';
import type { RecentChange } from '#shared/watches/schema.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { edit, say, unwatch, watch, watched } from '#tests/builders/told.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { CutProjector } from '#tests/worlds/cut-projector.ts';

const none = { params: undefined, query: undefined, body: undefined };
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

let table: TestTable;
let projector: CutProjector;
beforeAll(async () => {
  table = await createTestTable();
});
beforeEach(async () => {
  await table.reset();
  projector = new CutProjector();
  await join('alice', 'bob', 'carol');
});
afterAll(() => table.drop());

type Query = Parameters<typeof listChanges>[0]['query'];
async function changes(query: Query = {}, now = later(60)): Promise<RecentChange[]> {
  const answer = await listChanges({ ...none, query }, { now, requestId: 'test', caller: undefined });
  return 'text' in answer ? (JSON.parse(answer.text) as { entries: RecentChange[] }).entries : answer.entries;
}
/** Who marked the revisions of an item, newest first. */
async function historyOf(itemId: string) {
  const answer = await listRevisions({ ...none, params: { itemId }, query: {} }, as('carol'));
  const { entries } = 'text' in answer ? (JSON.parse(answer.text) as { entries: Revision[] }) : answer;
  return entries.map(({ patrolled }) => patrolled?.by);
}
const exact = async () => expect((await audit()).differences).toEqual([]);

describe('a watchlist', () => {
  it('is told to a crowd once, though one of them begins and ceases to watch without end', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/restless');
    const crowd = Array.from({ length: 30 }, (_, n) => `person${n}`);
    await join(...crowd);
    for (const name of crowd) await watch(as(name), 'items', item.id);
    await projector.projectAll();
    await say(as('alice'), item.id, 'Is this so?');
    let [lines, left] = [0, 8];
    documentClient().middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName !== 'BatchWriteItemCommand' && commandName !== 'BatchWriteCommand') return next(args);
          const { RequestItems } = args.input as { RequestItems: Record<string, unknown[]> };
          lines += Object.values(RequestItems).flat().length;
          const answer = await next(args);
          if (left-- > 0) await (left % 2 === 0 ? watch : unwatch)(as('bob', later(left)), 'items', item.id);
          return answer;
        },
      { step: 'initialize', name: 'restless' },
    );
    const records = await projector.written();
    await projector.project(records);
    documentClient().middlewareStack.remove('restless');
    // One of each who watches and a few lists; and bob's, each time.
    expect(lines).toBeLessThan(60);
    await projector.projectAll();
    await exact();
    expect((await watched(as('person0', later(60)))).entries).toHaveLength(1);
  });

  it('has what others do to what is watched, with what was seen on any device, and ends with the watching', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/one');
    await watch(as('bob'), 'items', item.id);
    await edit(as('alice', later(1)), item.id, 'Another name');
    await say(as('carol', later(2)), item.id, 'Is this so?');
    await edit(as('bob', later(3)), item.id, 'His own name');
    await projector.projectAll();

    const [bob, phone] = [as('bob', later(60)), as('bob', later(61))];
    const { entries, seen } = await watched(bob);
    expect(entries.map(({ did, by }) => [did, by])).toEqual([
      ['commented', 'carol'],
      ['edited', 'alice'],
    ]);
    expect(entries[1]).toMatchObject({ n: 2, summary: 'Called Another name', about: { href: `/i/${item.id}` } });
    expect(seen).toEqual({ until: null, ones: [] });
    const [comment, revision] = entries;
    await markWatchedSeen({ ...none, body: { one: comment?.id ?? '' } }, bob);
    expect((await watched(phone)).seen).toEqual({ until: null, ones: [comment?.id] });
    await markWatchedSeen({ ...none, body: { until: comment?.at ?? '' } }, phone);
    // An earlier moment takes nothing back.
    await markWatchedSeen({ ...none, body: { until: revision?.at ?? '' } }, bob);
    expect((await watched(bob)).seen).toEqual({ until: comment?.at, ones: [] });

    await muteTarget({ ...none, params: { what: 'people', target: 'carol' } }, bob);
    expect((await watched(bob)).entries).toHaveLength(1);
    await unwatch(bob, 'items', item.id);
    await projector.projectAll();
    expect((await watched(bob)).entries).toEqual([]);
    await exact();
  });

  it('may be of oneself, and ends as any other', async () => {
    const counted = () => countWatchers({ ...none, params: { what: 'people', target: 'bob' } }, as('bob'));
    expect(await watch(as('bob'), 'people', 'bob')).toEqual({ watching: true });
    expect((await followsOf('watch', personIdOf('bob'))).map(({ name }) => name)).toEqual(['bob']);
    await unwatch(as('bob'), 'people', 'bob');
    await projector.projectAll();
    expect(await counted()).toEqual({ watchers: null });
    await exact();
  });

  it('comes to who begins to watch a tag that another name was proposed for', async () => {
    const body = {
      change: { what: 'synonym' as const, tag: 'bridges', other: 'bridge' },
      reason: 'One word for both.',
    };
    await createProposal({ ...none, body, idempotencyKey: randomUUID() }, as('alice'));
    await projector.projectAll();
    for (const [who, tag] of [
      ['bob', 'bridges'],
      ['carol', 'bridge'],
    ] as const) {
      await watch(as(who, later(1)), 'tags', tag);
      await projector.projectAll();
      expect((await watched(as(who, later(60)))).entries).toMatchObject([{ did: 'proposed', by: 'alice' }]);
    }
    await exact();
  });

  it('begins with what was done before, takes in whoever writes unless they do not want it, and counts from five on', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/two');
    await edit(as('carol', later(1)), item.id, 'By carol');
    const settings = { off: [], digest: 'off' as const, watchWritten: false, site: 'https://example.org' };
    await putNoticeSettings({ ...none, body: settings }, as('bob'));
    await say(as('bob', later(2)), item.id, 'Nothing to watch for me');
    await watch(as('alice', later(3)), 'items', item.id);
    await projector.projectAll();
    expect((await watched(as('alice', later(60)))).entries.map(({ did }) => did)).toEqual(['commented', 'edited']);
    expect((await followsOf('watch', personIdOf('carol'))).map(({ name }) => name)).toEqual(['By carol']);
    expect(await followsOf('watch', personIdOf('bob'))).toEqual([]);

    const asked = () => countWatchers({ ...none, params: { what: 'items', target: item.id } }, as('bob'));
    expect(await asked()).toEqual({ watchers: null });
    const more = ['dora', 'emil', 'fred'];
    await join(...more);
    for (const name of more) await watch(as(name), 'items', item.id);
    await watch(as('dora'), 'people', 'alice');
    await projector.projectAll();
    expect(await asked()).toEqual({ watchers: 5 });
    await exact();

    await patrolRevision({ ...none, params: { itemId: item.id, n: '2' } }, as('emil', later(4)));
    // The mark of a first revision stands with the item, and is copied when there is a second.
    const other = await facts.link(as('bob', later(4)), 'https://example.org/other');
    await patrolRevision({ ...none, params: { itemId: other.id, n: '1' } }, as('emil', later(5)));
    await edit(as('bob', later(6)), other.id, 'Another');
    await deleteAccount(none, as('emil')).catch(() => undefined);
    await deleteAccount(none, as('alice')).catch(() => undefined);
    await projector.projectAll();
    expect(await asked()).toEqual({ watchers: null });
    const [emil, alice] = [personIdOf('emil'), personIdOf('alice')];
    const left: string[] = [];
    for await (const page of scanRows()) {
      left.push(...page.filter(({ type }) => type === 'watch' || type === 'patrol').map(({ pk }) => pk));
      left.push(...page.filter(({ patrolled }) => JSON.stringify(patrolled)?.includes(emil)).map(() => emil));
    }
    expect(left.filter((pk) => pk.includes(emil) || pk.includes(alice))).toEqual([]);
    expect((await changes()).find(({ itemId, n }) => itemId === item.id && n === 2)?.patrolled).toMatchObject({
      by: null,
    });
    await exact();
  });

  it('is exact wherever the projector is cut off, with a twin or without', async () => {
    let made = 0;
    for (const twin of [false, true]) {
      for (let stop = 1; ; stop++) {
        const item = await facts.link(as('alice'), `https://example.org/cut-${++made}`);
        await watch(as('bob'), 'items', item.id);
        await projector.projectAll();
        await edit(as('alice'), item.id, `Name ${made}`);
        const records = await projector.written();
        const held = await projector.hold(records, stop, true);
        if (twin) await projector.project(records);
        await watch(as('carol'), 'items', item.id);
        const done = await held?.goOn();
        if (done === false) while (!(await projector.project(records)));
        await projector.projectAll();
        for (const name of ['bob', 'carol']) {
          const { entries } = await watched(as(name, later(60)));
          expect(entries.filter(({ itemId }) => itemId === item.id)).toMatchObject([{ did: 'edited', n: 2 }]);
        }
        if (!held) break;
      }
    }
    await exact();
    await rebuild();
    await exact();
  });
});

describe('recent changes', () => {
  it('are all there is, by kind, without minor ones, and what nobody reviewed; a mark is somebody else’s, and the first stands', async () => {
    const link = await facts.link(as('alice'), 'https://example.org/three');
    const book = await facts.book(as('bob', later(1)), { title: 'A book' });
    await edit(as('alice', later(2)), link.id, 'Renamed', { minor: true });
    await projector.projectAll();
    const ids = async (query: Query = {}) => (await changes(query)).map(({ itemId, n }) => `${itemId}.${n}`);
    expect(await ids()).toEqual([`${link.id}.2`, `${book.id}.1`, `${link.id}.1`]);
    expect(await ids({ kind: 'book' })).toEqual([`${book.id}.1`]);
    expect(await ids({ minor: 'hidden' })).toEqual([`${book.id}.1`, `${link.id}.1`]);
    expect(await ids({ newcomers: 'yes' })).toContain(`${link.id}.2`);

    const mark = (name: string, itemId: string, n: string) =>
      patrolRevision({ ...none, params: { itemId, n } }, as(name, later(3)));
    await expect(mark('alice', link.id, '2')).rejects.toMatchObject({ code: 'own_revision' });
    await expect(mark('bob', link.id, '3')).rejects.toMatchObject({ code: 'no_such_revision' });
    expect(await mark('bob', link.id, '2')).toMatchObject({ patrolled: { by: 'bob' } });
    expect(await mark('carol', link.id, '2')).toMatchObject({ patrolled: { by: 'bob' } });
    await mark('carol', link.id, '1');
    await projector.projectAll();
    expect(await ids({ unreviewed: 'yes' })).toEqual([`${book.id}.1`]);
    expect(await ids({ unreviewed: 'yes', kind: 'link' })).toEqual([]);
    expect((await changes()).map(({ patrolled }) => patrolled?.by)).toEqual(['bob', undefined, 'carol']);
    // An edit after it keeps the mark of what was there before.
    await edit(as('bob', later(5)), link.id, 'Once more');
    await projector.projectAll();
    expect((await changes()).map(({ patrolled }) => patrolled?.by)).toEqual([undefined, 'bob', undefined, 'carol']);
    // The first one's stands in the history too, whether it was given before there was a second or after.
    expect((await historyOf(link.id)).slice(1)).toEqual(['bob', 'carol']);
    await exact();
  });

  it('keep the mark of a first revision that is given while a second one is made', async () => {
    for (let n = 1; n <= 10; n++) {
      const item = await facts.link(as('alice'), `https://example.org/marked-${n}`);
      await Promise.all([
        edit(as('alice'), item.id, 'At once'),
        patrolRevision({ ...none, params: { itemId: item.id, n: '1' } }, as('bob')),
      ]);
      expect(await historyOf(item.id)).toEqual([undefined, 'bob']);
    }
    await projector.projectAll();
    await exact();
  });
});
