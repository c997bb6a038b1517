import { afterAll, beforeAll, expect, it } from 'vitest';
import { site } from '#tests/builders/whole-file.ts';
import { as } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { bookBy, proposedEdit } from '#tests/worlds/proposal.ts';

/** What Lambda answers at most; a piece is as JSON in JSON, so that each quote takes more. */
const answerAtMost = 6_000_000;

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

it('many long versions of what somebody proposed are all in the file, and no piece of it is too long to answer', async () => {
  const itemId = await bookBy('alice', 'Long');
  const long = (n: number) => `Version ${n}\n\n${'As long as a text may be. '.repeat(36_000)}`;
  const { proposal } = await proposedEdit('bob', itemId, { text: long(1) });
  for (let version = 1; version < 8; version++) {
    const change = { what: 'edit' as const, itemId, base: 1, text: long(version + 1) };
    const params = { proposalId: proposal.id };
    await as('bob').done('reviseProposal', { params, body: { change, reason: 'Longer.', version } });
  }
  const short = await proposedEdit('bob', await bookBy('alice', 'Short'), { text: 'Short.' });
  let text = '';
  for (let next: string | null | undefined; next !== null; ) {
    const query: { site: string; cursor?: string } = { site, ...(next ? { cursor: next } : {}) };
    const piece = await as('bob').done('exportMine', { params: { format: 'commonplace' }, query });
    expect(JSON.stringify(piece).length).toBeLessThan(answerAtMost);
    text += piece.text;
    next = piece.next;
  }
  const file = JSON.parse(text) as Record<string, { id: string; proposalId: string; version: number }[]>;
  expect(file.proposals?.map(({ id }) => id).sort()).toEqual([proposal.id, short.proposal.id].sort());
  const versions = (id: string) => file.proposalVersions?.filter(({ proposalId }) => proposalId === id) ?? [];
  expect(versions(proposal.id)).toMatchObject(
    Array.from({ length: 8 }, (_, n) => ({ version: n + 1, change: { text: long(n + 1) } })),
  );
  expect(versions(short.proposal.id)).toMatchObject([{ version: 1, change: { text: 'Short.' } }]);
});
