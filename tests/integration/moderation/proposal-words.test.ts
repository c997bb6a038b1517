import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDump } from '#functions/dumps/make-dump.ts';
import { removeText } from '#functions/moderation/remove-text.ts';
import { audit } from '#functions/projections/audit.ts';
import { scanRows } from '#functions/table/table.ts';
import { folderBucket } from '#infra/local/folder-bucket.ts';
import type { Change } from '#shared/proposals/schema.ts';
import { filesIn, readDump } from '#tests/builders/dump.ts';
import { subOf } from '#tests/builders/event.ts';
import { as as caller } from '#tests/builders/people.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { bookBy, cutAfter, decidedIn, pageOf, proposedEdit } from '#tests/worlds/proposal.ts';

let system: System;
/** alice is the steward. */
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

const remove = (proposalId: string, by = 'alice') =>
  as(by).call('removeText', {
    params: { what: 'proposals', target: proposalId },
    body: { words: 'A private number.' },
  });
const removed = async (proposalId: string) => {
  const { status, body, text } = await remove(proposalId);
  expect(status, text).toBe(200);
  return (body as { act: { id: string } }).act.id;
};
const vote = (by: string, proposalId: string, says: 'for' | 'against' | 'block', version: number, reason: string) =>
  as(by).done('castProposalVote', { params: { proposalId }, body: { vote: says, version, reason } });

/** What is stored with these words in it; what somebody noted for themselves is theirs. */
async function rowsSaying(words: RegExp): Promise<string[]> {
  const found: string[] = [];
  for await (const rows of scanRows())
    for (const row of rows)
      if (row.type !== 'watch' && words.test(JSON.stringify(row))) found.push(`${row.pk} ${row.sk}`);
  return found;
}
const clean = async () => {
  await system.settle();
  expect((await audit()).differences).toEqual([]);
};

it('an edit whose words the law does not let stand is refused, and nothing of them is left anywhere', async () => {
  const itemId = await bookBy('alice', 'As it was called', 'Line one\nLine two');
  await as('dave').done('watchTarget', { params: { what: 'items', target: itemId } });
  const long = Array.from({ length: 300 }, (_, n) => `Secret line ${n} ${Math.sin(n)}`).join('\n');
  const edit = { fields: { title: 'Secret title' }, text: `Line one\n${long}` };
  const { proposal } = await proposedEdit('bob', itemId, edit, 'Secret reason, the first.');
  const { id } = proposal;
  await vote('dave', id, 'for', 1, 'Secret vote on the first.');
  const line = { version: 1, side: 'after' as const, number: 2, text: 'Secret line 0' };
  const { comment } = await as('carol').done('postComment', {
    params: { what: 'proposals', target: id },
    body: { text: 'Not so.', line },
  });
  await as('dave').done('postComment', {
    params: { what: 'proposals', target: id },
    body: { text: 'Why not?', parent: comment.id },
  });
  await as('carol').done('flagTarget', { params: { what: 'proposals', target: id }, body: { reason: 'illegal' } });
  await as('bob').done('reviseProposal', {
    params: { proposalId: id },
    body: {
      change: { what: 'edit', itemId, base: 1, text: 'Line one\nSecret second' },
      reason: 'Secret reason, the second.',
      version: 1,
    },
  });
  await vote('carol', id, 'block', 2, 'Secret block.');
  await system.settle();
  expect((await rowsSaying(/Secret/)).length).toBeGreaterThan(8);

  expect((await remove(id, 'bob')).code).toBe('steward_only');
  const act = await removed(id);
  expect(await removed(id)).toBe(act);
  await clean();
  expect(await rowsSaying(/Secret/)).toEqual([]);

  const page = await pageOf(id);
  expect(page.proposal).toMatchObject({
    state: 'refused',
    removed: act,
    reason: '',
    by: 'bob',
    version: 2,
    about: { title: 'An edit of an item', href: `/i/${itemId}` },
    outcome: { because: 'removed', for: 1, blocks: 1, earlier: 1 },
  });
  expect(page.votes.map(({ by, vote: said, reason }) => [by, said, reason])).toEqual([
    ['carol', 'block', ''],
    ['dave', 'for', ''],
  ]);
  expect(page.versions.map(({ reason }) => reason)).toEqual(['', '']);
  for (const version of ['1', '2'])
    expect(await seen('getProposedContent', { params: { proposalId: id }, query: { version } })).toEqual({
      version: Number(version),
    });
  const said = (await seen('getComment', { params: { commentId: comment.id } })).comment;
  expect(said).toMatchObject({ text: 'Not so.' });
  expect(said.line).toBeUndefined();
  const { entries } = await seen('listProposals', { query: { list: 'decided' } });
  expect(entries).toMatchObject([{ id, title: 'An edit of an item', reason: '', state: 'refused' }]);
  expect((await seen('listActs')).entries[0]).toMatchObject({
    id: act,
    did: 'removed',
    by: 'alice',
    words: 'A private number.',
    about: { title: 'A proposal', href: `/proposals/${id}` },
  });

  const folder = mkdtempSync(join(tmpdir(), 'dump-'));
  const { name } = await makeDump({ bucket: folderBucket(folder) });
  const { rows, text } = readDump(filesIn(folder), name);
  expect(text).not.toContain('Secret');
  expect(rows.proposals).toMatchObject([{ id, removed: act, reason: '' }]);
  expect(rows.proposalVersions).toHaveLength(2);

  // It holds its change no more: what it proposed may be proposed again.
  const again = await proposedEdit('bob', itemId, { text: 'Line one\nSecret second' }, 'In other words.');
  expect(again.existing).toBe(false);
  await as('bob').done('withdrawProposal', { params: { proposalId: again.proposal.id } });
});

it('what would change nothing but where something stands goes on without its reason, and may be given another one', async () => {
  const itemId = await bookBy('alice', 'To be removed');
  const change: Change = { what: 'removal', itemId };
  const { proposal } = await as('bob').done('createProposal', { body: { change, reason: 'Hidden number one.' } });
  const { id } = proposal;
  const first = await removed(id);
  expect((await pageOf(id)).proposal).toMatchObject({ state: 'open', removed: first, reason: '', change });
  await as('bob').done('reviseProposal', {
    params: { proposalId: id },
    body: { change, reason: 'Hidden number two.', version: 1 },
  });
  expect((await pageOf(id)).proposal.removed).toBeUndefined();
  await vote('carol', id, 'for', 2, 'Hidden number three.');
  const second = await removed(id);
  expect(second).not.toBe(first);
  // A vote without words says nothing that could be removed.
  await vote('dave', id, 'for', 2, '');
  expect(await removed(id)).toBe(second);
  await clean();
  expect(await rowsSaying(/Hidden number/)).toEqual([]);
  expect((await decidedIn(100, id)).fact.state).toBe('applied');
  await clean();
  expect((await seen('getItem', { params: { itemId } })).item.removed).toMatchObject({ reason: '', proposal: id });
});

it('what it became says its reason no more either, and what was cut off is gone on with', async () => {
  const itemId = await bookBy('alice', 'Gone for a reason');
  const ids: string[] = [];
  const changes: Change[] = [
    { what: 'removal', itemId },
    { what: 'parameters', base: '3', values: { risingDays: 9 } },
    { what: 'edit', itemId: await bookBy('alice', 'Edited'), base: 1, text: 'A better text.' },
  ];
  for (const change of changes) {
    const { proposal } = await as('bob').done('createProposal', { body: { change, reason: 'Her name is Unsaid.' } });
    await vote('carol', proposal.id, 'for', 1, 'Unsaid, too.');
    expect((await decidedIn(100, proposal.id)).fact.state, change.what).toBe('applied');
    ids.push(proposal.id);
  }
  await system.settle();
  expect((await rowsSaying(/Unsaid/)).length).toBeGreaterThan(10);
  for (const id of ids) {
    const asked = {
      params: { what: 'proposals' as const, target: id },
      query: undefined,
      body: { words: 'A private number.' },
    };
    expect(await cutAfter(5, () => removeText(asked, caller(subOf('alice'))))).toBe(true);
    const act = await removed(id);
    expect((await pageOf(id)).proposal).toMatchObject({ state: 'applied', removed: act, reason: '' });
  }
  await clean();
  expect(await rowsSaying(/Unsaid/)).toEqual([]);
  const acts = (await seen('listActs')).entries.map(({ about }) => about.href);
  for (const id of ids)
    expect(
      acts.filter((href) => href === `/proposals/${id}`),
      id,
    ).toHaveLength(1);
  expect((await seen('getItem', { params: { itemId } })).item.removed?.reason).toBe(
    'What was said here was removed by law.',
  );
});
