import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { editComment } from '#functions/discussions/edit-comment.ts';
import { withdrawComment } from '#functions/discussions/withdraw-comment.ts';
import { muteTarget } from '#functions/mutes/mute-target.ts';
import { countWaiting } from '#functions/notifications/count-waiting.ts';
import { runDigest } from '#functions/notifications/digest/run-digest.ts';
import { getDigest } from '#functions/notifications/get-digest.ts';
import { getNoticeSettings } from '#functions/notifications/get-notice-settings.ts';
import { markNoticesRead } from '#functions/notifications/mark-notices-read.ts';
import { putNoticeSettings } from '#functions/notifications/put-notice-settings.ts';
import { noticeEntry } from '#functions/notifications/table.ts';
import { unsubscribe } from '#functions/notifications/unsubscribe.ts';
import { deleteAccount } from '#functions/people/delete-account.ts';
import { personIdOf } from '#functions/people/identity.ts';
import { audit } from '#functions/projections/audit.ts';
import { scanRows, writeRows } from '#functions/table/table.ts';
import type { Notice, NoticeSettings } from '#shared/notifications/schema.ts';
import { facts } from '#tests/builders/facts.ts';
import { as, join } from '#tests/builders/people.ts';
import { say, told, watch } from '#tests/builders/told.ts';
import { createTestTable, type TestTable } from '#tests/setup/table.ts';
import { CutProjector } from '#tests/worlds/cut-projector.ts';

const none = { params: undefined, query: undefined, body: undefined };
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
const days = (count: number) => later(count * 86_400);
const longEnough = { getRemainingTimeInMillis: () => 900_000 };

let table: TestTable;
let projector: CutProjector;
let pool: Server;
const mails = mkdtempSync(path(tmpdir(), 'mails-'));
/** Addresses that the pool was asked for, by sub. */
let asked: string[] = [];
beforeAll(async () => {
  table = await createTestTable();
  pool = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const { Username = '' } = JSON.parse(text || '{}') as { Username?: string };
      if (Username) asked.push(Username);
      const UserAttributes = [
        { Name: 'email', Value: `${Username}@example.org` },
        { Name: 'email_verified', Value: 'true' },
      ];
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ Username, UserAttributes }));
    });
  });
  await new Promise<void>((resolve) => pool.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    COGNITO_ENDPOINT: `http://127.0.0.1:${(pool.address() as AddressInfo).port}`,
    USER_POOL_ID: 'local_pool',
    MAIL_DIRECTORY: mails,
  });
});
beforeEach(async () => {
  await table.reset();
  projector = new CutProjector();
  asked = [];
  for (const name of readdirSync(mails)) rmSync(path(mails, name));
  await join('alice', 'bob', 'carol');
});
afterAll(async () => {
  for (const name of ['COGNITO_ENDPOINT', 'USER_POOL_ID', 'MAIL_DIRECTORY']) delete process.env[name];
  rmSync(mails, { recursive: true });
  pool.close();
  await table.drop();
});

const settingsOf = (change: Partial<NoticeSettings>): NoticeSettings => ({
  off: [],
  digest: 'off',
  watchWritten: true,
  ...change,
});
const choose = (name: string, change: Partial<NoticeSettings>) =>
  putNoticeSettings({ ...none, body: { ...settingsOf(change), site: 'https://commons.example/x' } }, as(name));
const exact = async () => expect((await audit()).differences).toEqual([]);

describe('notifications', () => {
  it('tell of replies, mentions, comments on what is mine and reverts, never of oneself, and follow what was said', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/one');
    const first = await say(as('bob', later(1)), item.id, 'What of it, @carol?');
    const answer = await say(as('alice', later(2)), item.id, 'This of it, @bob and @alice.', first.id);
    await projector.projectAll();
    const now = later(60);
    const lines = async (name: string) =>
      (await told(as(name, now))).entries.map(({ kind, by, about }) => [kind, by, about.title]);
    expect(await lines('alice')).toEqual([['comment', 'bob', item.title]]);
    expect(await lines('bob')).toEqual([['reply', 'alice', item.title]]);
    expect(await lines('carol')).toEqual([['mention', 'bob', item.title]]);
    expect((await told(as('carol', now))).entries[0]?.href).toBe(`/talk/comments/${first.id}`);

    const body = { text: 'What of it?', revision: 1 };
    await editComment({ ...none, params: { commentId: first.id }, body }, as('bob', later(3)));
    await withdrawComment({ ...none, params: { commentId: answer.id } }, as('alice', later(4)));
    await projector.projectAll();
    expect(await lines('carol')).toEqual([]);
    expect(await lines('bob')).toEqual([]);
    await exact();
  });

  it('are counted and told by mail though somebody who is muted wrote hundreds after them', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/flood');
    await muteTarget({ ...none, params: { what: 'people', target: 'bob' } }, as('alice'));
    await choose('alice', { digest: 'daily' });
    await say(as('carol', later(1)), item.id, 'A quiet word, @alice');
    await projector.projectAll();
    const [quiet] = (await told(as('alice', later(60)))).entries;
    const flood = Array.from({ length: 400 }, (_, n) => {
      const at = new Date(Date.parse(quiet?.at ?? '') + 1000).toISOString().replace('.000', '');
      const notice = { ...(quiet as Notice), id: `cFLOOD${n}`, at, by: 'bob' };
      return { put: noticeEntry(personIdOf('alice'), notice, { byId: personIdOf('bob'), ttl: 4_000_000_000 }) };
    });
    await writeRows(flood);
    expect(await countWaiting(none, as('alice', later(60)))).toMatchObject({ notifications: 1 });
    await runDigest(longEnough, days(1));
    expect(readdirSync(mails)).toHaveLength(1);
  });

  it('are read on every device, one by one or all, counted, muted and switched off', async () => {
    const item = await facts.link(as('alice'), 'https://example.org/two');
    for (let n = 0; n < 3; n++) await say(as('bob', later(n)), item.id, `Comment ${n}`);
    await say(as('carol', later(4)), item.id, 'And one more, @alice');
    await watch(as('alice'), 'items', item.id);
    await projector.projectAll();
    const [desk, phone] = [as('alice', later(60)), as('alice', later(61))];
    const count = async () => (await countWaiting(none, phone)) as { notifications: number; watching: number };
    expect(await count()).toEqual({ notifications: 4, inbox: 0, watching: 4, ban: null });
    const { entries } = await told(desk);
    await markNoticesRead({ ...none, body: { one: entries[1]?.id ?? '' } }, desk);
    expect((await told(phone)).seen.ones).toEqual([entries[1]?.id]);
    expect(await count()).toMatchObject({ notifications: 3 });
    await choose('alice', { off: ['mention'] });
    expect(await count()).toMatchObject({ notifications: 2 });
    await choose('alice', { off: ['comment'] });
    expect((await told(phone)).entries).toMatchObject([{ kind: 'mention' }]);
    await choose('alice', {});
    await muteTarget({ ...none, params: { what: 'people', target: 'carol' } }, desk);
    expect(await count()).toEqual({ notifications: 2, inbox: 0, watching: 3, ban: null });
    await markNoticesRead({ ...none, body: { until: entries[0]?.at ?? '' } }, desk);
    expect(await count()).toMatchObject({ notifications: 0 });
    await exact();
  });

  it('tell of what became of a proposal, a revert and an act, and of a change once, wherever the projector is cut', async () => {
    const [alice, bob] = [personIdOf('alice'), personIdOf('bob')];
    const at = later(0).toISOString();
    const about = { title: 'A page', href: '/i/abcdefabcdef' };
    const proposal = {
      pk: 'PR#p1',
      sk: 'FACT',
      type: 'proposal',
      id: 'p1',
      change: { what: 'removal', itemId: 'abcdefabcdef' },
      version: 1,
      due: at,
      subjects: [],
      about,
      reason: '',
      at,
      by: 'alice',
      byId: alice,
    };
    const act = {
      pk: 'MOD#m1',
      sk: 'FACT',
      type: 'act',
      id: 'm1',
      did: 'folded',
      about,
      at,
      words: '',
      targetById: alice,
    };
    await projector.projectAll();
    for (let stop = 1; ; stop++) {
      const revision = {
        pk: 'RV#abcdefabcdef',
        sk: `M#${String(stop + 1).padStart(8, '0')}`,
        type: 'revision',
        itemId: 'abcdefabcdef',
        kind: 'link',
        title: 'A page',
        n: stop + 1,
        // Before the others: a page of all ends among these.
        at: new Date(Date.parse(at) - 1000).toISOString(),
        by: 'bob',
        byId: bob,
        summary: '',
        minor: false,
        did: 'reverted',
        delta: 0,
        changed: [],
        reverted: { from: 1, to: 1, of: { [alice]: 2, [bob]: 1 } },
      };
      const state = { ...proposal, state: stop % 2 === 0 ? 'applied' : 'reverted', decidedAt: at };
      await writeRows([revision, state, act].map((put) => ({ put })));
      const records = await projector.written();
      const held = await projector.hold(records, stop, true);
      if (!(await held?.goOn())) while (!(await projector.project(records)));
      await projector.projectAll();
      const { entries } = await told(as('alice', later(60)));
      expect(entries.filter(({ kind }) => kind === 'reverted')).toHaveLength(Math.min(stop, 48));
      expect(entries.filter(({ kind }) => kind === 'proposal')).toMatchObject([{ did: state.state, by: null }]);
      expect(entries.filter(({ kind }) => kind === 'moderation')).toMatchObject([{ did: 'folded', by: null }]);
      expect((await told(as('bob', later(60)))).entries).toEqual([]);
      if (!held) break;
    }
    const { differences } = await audit();
    expect(differences.filter((line) => line.startsWith('NOTE#'))).toEqual([]);
  });
});

describe('a digest', () => {
  it('comes at most once a day with what waits unread, says who said what as text, and ends by its link', async () => {
    await choose('alice', { digest: 'daily' });
    await choose('bob', { digest: 'weekly' });
    await runDigest(longEnough, later(30));
    expect(readdirSync(mails)).toEqual([]);
    const item = await facts.link(as('alice'), 'https://example.org/three', '<b>Bold</b>');
    await say(as('bob', later(1)), item.id, 'See <script>alert(1)</script>\r\nBcc: all@example.org');
    await say(as('carol', later(2)), item.id, 'Quite so, @bob');
    await projector.projectAll();
    await Promise.all([1, 2, 3].map(() => runDigest(longEnough, days(1))));
    await runDigest(longEnough, days(1));
    const files = readdirSync(mails);
    expect(files).toHaveLength(1);
    expect(asked).toEqual(['alice']);
    const mail = readFileSync(path(mails, files[0] ?? ''), 'utf8');
    const [head = '', ...parts] = mail.split('\r\n\r\n');
    expect(head).toContain('To: alice@example.org');
    expect(head).toContain('Subject: Commonplace: 2 comments');
    expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const token = /List-Unsubscribe: <https:\/\/commons\.example\/api\/unsubscribe\/(\w+)>/.exec(head)?.[1] ?? '';
    const [text, html] = [parts[1], parts[2]].map((part = '') =>
      Buffer.from(part.split('--')[0] ?? '', 'base64').toString('utf8'),
    );
    expect(text).toContain('@bob commented on <b>Bold</b>');
    expect(text).toContain('“See <script>alert(1)</script> Bcc: all@example.org”');
    expect(html).not.toMatch(/<(?:script|b)\b/);
    expect(html).toContain(`https://commons.example/unsubscribe/${token}`);
    // What was told by mail is not told again; the week is over for bob.
    await runDigest(longEnough, days(2));
    expect(readdirSync(mails)).toHaveLength(1);
    await runDigest(longEnough, days(8));
    expect(asked).toEqual(['alice', 'bob']);

    const context = as('nobody');
    expect(await getDigest({ ...none, params: { token } }, context)).toEqual({ digest: 'daily' });
    for (let n = 0; n < 2; n++)
      expect(await unsubscribe({ ...none, params: { token } }, context)).toEqual({ digest: 'off' });
    await expect(getDigest({ ...none, params: { token } }, context)).rejects.toMatchObject({
      code: 'unsubscribe_unknown',
    });
    expect(await getNoticeSettings(none, as('alice'))).toMatchObject({ settings: { digest: 'off' } });
    expect(await getNoticeSettings(none, as('bob'))).toMatchObject({ settings: { digest: 'weekly' } });
  });

  it('that fails is not tried again that day and tells the same the next; the address is written nowhere', async () => {
    await choose('alice', { digest: 'daily' });
    const item = await facts.link(as('alice'), 'https://example.org/four');
    await say(as('bob', later(1)), item.id, 'Well');
    await projector.projectAll();
    process.env.MAIL_DIRECTORY = '/dev/null/no-folder';
    await runDigest(longEnough, days(1));
    process.env.MAIL_DIRECTORY = mails;
    await runDigest(longEnough, days(1));
    expect(readdirSync(mails)).toEqual([]);
    await runDigest(longEnough, days(2));
    expect(readdirSync(mails)).toHaveLength(1);
    const rows: string[] = [];
    for await (const page of scanRows()) rows.push(...page.map((row) => JSON.stringify(row)));
    expect(rows.filter((row) => row.includes('alice@example.org'))).toEqual([]);
    await deleteAccount(none, as('alice')).catch(() => undefined);
    await runDigest(longEnough, days(3));
    expect(readdirSync(mails)).toHaveLength(1);
    for await (const page of scanRows())
      expect(
        page.filter(({ type }) => ['subscription', 'unsubscribe', 'noticeSettings'].includes(String(type))),
      ).toEqual([]);
  });

  it('is not to be had where mail is not set up', async () => {
    delete process.env.MAIL_DIRECTORY;
    await expect(choose('alice', { digest: 'daily' })).rejects.toMatchObject({ code: 'mail_not_set_up' });
    expect(await getNoticeSettings(none, as('alice'))).toMatchObject({ mail: false });
    await runDigest(longEnough);
    process.env.MAIL_DIRECTORY = mails;
  });
});
