import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, seen } from '#tests/integration/contract/call.ts';
import { type System, startSystem } from '#tests/integration/contract/system.ts';
import { bookBy, cutAfter, decidedIn, jobIn, pageOf, proposedEdit, stateOf, voted } from '#tests/worlds/proposal.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave']) await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

/** The job finds what is due once that is projected. */
const job = async (hours: number) => {
  await system.settle();
  return jobIn(hours);
};

const revisionOf = async (itemId: string) => (await seen('getItem', { params: { itemId } })).item.revision;
const lines = (...changed: string[]) => ['One', 'Two', 'Three', 'Four', 'Five', 'Six', ...changed].join('\n\n');

describe('what was consented to', () => {
  it('is made once, however many decide at once: a hundred times', async () => {
    const itemId = await bookBy('alice', 'Title 0');
    for (let n = 1; n <= 100; n++) {
      const { proposal } = await proposedEdit('bob', itemId, { fields: { title: `Title ${n}` }, base: n });
      const decided = await Promise.all([
        ...Array.from({ length: 3 }, () => decidedIn(2, proposal.id)),
        as('carol').done('decideProposal', { params: { proposalId: proposal.id } }),
      ]);
      expect(decided.slice(0, 3).map((one) => ('fact' in one ? one.fact.state : ''))).toEqual(Array(3).fill('applied'));
      expect(await revisionOf(itemId)).toBe(n + 1);
    }
    await system.settle();
  });

  it('is made once, wherever it is cut off', async () => {
    const itemId = await bookBy('alice', 'Whole');
    let revision = 1;
    for (let requests = 1; ; requests++) {
      const { proposal } = await proposedEdit('bob', itemId, { text: `Cut after ${requests}.`, base: revision });
      const wasCut = await cutAfter(requests, () => decidedIn(2, proposal.id));
      expect((await decidedIn(2, proposal.id)).fact.state).toBe('applied');
      expect(await revisionOf(itemId)).toBe(revision + 1);
      revision += 1;
      if (!wasCut) break;
      expect(requests).toBeLessThan(40);
    }
    expect(revision).toBeGreaterThan(4);
    expect(await job(2)).toMatchObject({ failed: 0 });
    expect(await revisionOf(itemId)).toBe(revision);
    await system.settle();
  });

  it('and so are votes and new versions, cut off anywhere and sent again', async () => {
    const itemId = await bookBy('alice', 'Votes');
    const { proposal } = await proposedEdit('bob', itemId, { text: 'First.' });
    for (let requests = 1; requests < 10; requests++) {
      await cutAfter(requests, () => voted('carol', proposal.id, requests % 2 ? 'for' : 'against')).catch(() => {});
      await voted('carol', proposal.id, requests % 2 ? 'for' : 'against');
    }
    // Each cut was an error, and is in the log.
    system.log.length = 0;
    expect((await pageOf(proposal.id)).tally).toMatchObject({ for: 2, against: 0 });
    await system.settle();
  });
});

describe('an edit that was consented to', () => {
  it('is put together with what others changed meanwhile', async () => {
    const itemId = await bookBy('alice', 'Merged', lines());
    const { proposal } = await proposedEdit('bob', itemId, { text: lines('Seven') });
    await as('carol').done('reviseItem', {
      params: { itemId },
      body: { text: lines().replace('One', 'The first'), base: 1, fields: { title: 'Merged well' } },
    });
    expect((await decidedIn(2, proposal.id)).fact).toMatchObject({ state: 'applied', revision: 3 });
    const { text } = await seen('getText', { params: { itemId } });
    expect(text).toBe(lines('Seven').replace('One', 'The first'));
    expect((await seen('getItem', { params: { itemId } })).item.title).toBe('Merged well');
    const content = await seen('getProposedContent', { params: { proposalId: proposal.id } });
    expect(content).toMatchObject({ base: 1, latest: 3, after: { text: lines('Seven') } });
    expect(content.comparison?.text.hunks).toHaveLength(1);
  });

  it('of the same lines stays accepted, says why, and is made in a new version', async () => {
    const itemId = await bookBy('alice', 'Conflict', lines());
    const { proposal } = await proposedEdit('bob', itemId, { text: lines().replace('Two', 'Second') });
    const params = { proposalId: proposal.id };
    await as('carol').done('reviseItem', {
      params: { itemId },
      body: { fields: { title: 'Conflict' }, text: lines().replace('Two', 'II'), base: 1 },
    });
    await job(2);
    expect((await pageOf(proposal.id)).proposal).toMatchObject({ state: 'accepted', stuck: { code: 'edit_conflict' } });
    await system.settle();
    const { entries } = await seen('listProposals', { query: { list: 'open', what: 'edit' } });
    expect(entries).toContainEqual(expect.objectContaining({ id: proposal.id, state: 'accepted' }));
    // Asked again it is still so, and nobody’s vote is heard any more.
    expect((await decidedIn(3, proposal.id)).fact.state).toBe('accepted');
    const change = { what: 'edit' as const, itemId, base: 2, text: lines().replace('Two', 'Second') };
    await as('bob').done('reviseProposal', { params, body: { change, reason: 'On top of it.', version: 1 } });
    expect(await stateOf(proposal.id)).toBe('open');
    expect((await decidedIn(2, proposal.id)).fact).toMatchObject({ state: 'applied', version: 2, revision: 3 });
    expect((await seen('getText', { params: { itemId } })).text).toContain('Second');
    await system.settle();
  });

  it('of the same lines is refused after its last day, by the job, and holds its change no longer', async () => {
    const itemId = await bookBy('alice', 'For ever', lines());
    const text = lines().replace('Two', 'Second');
    const { proposal } = await proposedEdit('bob', itemId, { text });
    const body = { fields: { title: 'For ever' }, text: lines().replace('Two', 'II'), base: 1 };
    await as('carol').done('reviseItem', { params: { itemId }, body });
    await job(2);
    expect(await stateOf(proposal.id)).toBe('accepted');
    await job(48);
    expect(await stateOf(proposal.id)).toBe('accepted');
    await job((Date.parse(proposal.until) - Date.now()) / 3_600_000 + 1);
    expect(await stateOf(proposal.id)).toBe('refused');
    expect((await proposedEdit('dave', itemId, { text, base: 2 })).proposal.id).not.toBe(proposal.id);
    await system.settle();
  });

  it('of a megabyte that nothing compresses is kept, shown and made', async () => {
    const itemId = await bookBy('alice', 'Large');
    const random = Array.from({ length: 9000 }, () => Math.random().toString(36).repeat(9).slice(0, 100)).join('\n');
    const { proposal } = await proposedEdit('bob', itemId, { text: random });
    const { after, comparison } = await seen('getProposedContent', { params: { proposalId: proposal.id } });
    expect(after?.text === random).toBe(true);
    expect(comparison?.text).toBeDefined();
    expect((await decidedIn(2, proposal.id)).fact.state).toBe('applied');
    expect((await seen('getText', { params: { itemId } })).text === random).toBe(true);
    await system.settle();
  });
});
