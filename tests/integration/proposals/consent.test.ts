import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/ids.ts';
import { as, seen } from '#tests/integration/contract/call.ts';
import { facts, type System, startSystem } from '#tests/integration/contract/system.ts';
import { bookBy, decidedIn, jobIn, pageOf, proposedEdit, stateOf, voted } from '#tests/worlds/proposal.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const handle of ['alice', 'bob', 'carol', 'dave', 'erin'])
    await as(handle).done('chooseHandle', { body: { handle } });
});
afterAll(() => system.stop());

/** The job finds what is due once that is projected. */
const job = async (hours: number) => {
  await system.settle();
  return jobIn(hours);
};

const titleOf = async (itemId: string) => (await seen('getItem', { params: { itemId } })).item.title;
const listed = async (list: 'open' | 'decided') =>
  (await seen('listProposals', { query: { list } })).entries.map(({ id, state, counts }) => ({ id, state, counts }));

describe('a proposal', () => {
  it('is applied by itself once its time is over, as a revision of who proposed it', async () => {
    const itemId = await bookBy('alice', 'Emna');
    const { proposal, existing } = await proposedEdit('bob', itemId, { fields: { title: 'Emma' } }, 'A typo.\nReally.');
    expect(existing).toBe(false);
    expect(proposal).toMatchObject({ state: 'open', quorum: 1, hours: 1, about: { title: 'Emna → Emma' }, version: 1 });
    await system.settle();
    expect(await listed('open')).toContainEqual({
      id: proposal.id,
      state: 'open',
      counts: { for: 1, against: 0, blocks: 0 },
    });
    await job(0.9);
    expect(await stateOf(proposal.id)).toBe('open');
    expect((await pageOf(proposal.id)).verdict).toMatchObject({ result: 'wait', because: 'time' });

    expect(await job(1.1)).toMatchObject({ decided: 1, failed: 0 });
    expect((await pageOf(proposal.id)).proposal).toMatchObject({
      state: 'applied',
      revision: 2,
      outcome: { because: 'consent', for: 1 },
    });
    expect(await titleOf(itemId)).toBe('Emma');
    const { revision } = await seen('getRevision', { params: { itemId, n: '2' } });
    expect(revision).toMatchObject({ by: 'bob', proposal: proposal.id, summary: 'A typo.', did: 'edited' });
    await system.settle();
    expect(await listed('open')).toEqual([]);
    expect(await listed('decided')).toMatchObject([{ id: proposal.id, state: 'applied' }]);
    const about = await seen('listProposalsAbout', { params: { what: 'items', target: itemId } });
    expect(about.entries.map(({ id }) => id)).toEqual([proposal.id]);
    const mine = await seen('listProposalsByPerson', { params: { handle: 'bob' } });
    expect(mine.entries.map(({ id }) => id)).toEqual([proposal.id]);

    const before = await facts();
    expect(await job(100)).toEqual({ decided: 0, waiting: 0, failed: 0 });
    const { proposal: again } = await as('carol').done('decideProposal', { params: { proposalId: proposal.id } });
    expect(again.state).toBe('applied');
    expect(await facts()).toEqual(before);

    await as('carol').done('undoRevision', { params: { itemId, n: '2' }, body: { summary: '' } });
    await system.settle();
    expect(await titleOf(itemId)).toBe('Emna');
    expect((await pageOf(proposal.id)).proposal).toMatchObject({ state: 'reverted', revision: 2, revertedIn: 3 });
    expect(await listed('decided')).toMatchObject([{ id: proposal.id, state: 'reverted' }]);
  });

  it('that somebody asks to have decided too early waits', async () => {
    const itemId = await bookBy('alice', 'Too early');
    const { proposal } = await proposedEdit('bob', itemId, { text: 'Early.' });
    const asked = await as('carol').done('decideProposal', { params: { proposalId: proposal.id } });
    expect(asked).toMatchObject({ proposal: { state: 'open' }, verdict: { because: 'time' } });
    await as('bob').done('withdrawProposal', { params: { proposalId: proposal.id } });
    expect(await stateOf(proposal.id)).toBe('withdrawn');
    expect(
      await as('carol').call('castProposalVote', {
        params: { proposalId: proposal.id },
        body: { vote: 'for', version: 1 },
      }),
    ).toMatchObject({ status: 409, code: 'proposal_decided' });
    expect((await decidedIn(50, proposal.id)).fact.state).toBe('withdrawn');
  });

  it('of the same change leads to the one that is open, and may be made again once that is decided', async () => {
    const itemId = await bookBy('alice', 'Twice');
    const edit = { fields: { title: 'Thrice' } };
    const first = await proposedEdit('bob', itemId, edit);
    const second = await proposedEdit('carol', itemId, { ...edit, base: 1 }, 'In other words.');
    expect(second).toMatchObject({ existing: true, proposal: { id: first.proposal.id, by: 'bob' } });
    const both = await Promise.all(
      ['carol', 'dave'].map((name) => proposedEdit(name, itemId, { fields: { title: 'Four times' } })),
    );
    expect(new Set(both.map(({ proposal }) => proposal.id)).size).toBe(1);
    await as('bob').done('withdrawProposal', { params: { proposalId: first.proposal.id } });
    expect((await proposedEdit('carol', itemId, edit)).existing).toBe(false);
  });

  it('that would change nothing, or what is not there, is refused', async () => {
    const itemId = await bookBy('alice', 'As it is', 'Its text.');
    const change = (more: object) => ({ what: 'edit', itemId, base: 1, ...more });
    const propose = (given: object) =>
      as('bob').call('createProposal', { body: { change: given, reason: 'Why not?' } });
    const before = await facts();
    expect(await propose(change({ fields: { title: 'As it is' } }))).toMatchObject({ code: 'nothing_changes' });
    expect(await propose(change({ text: 'Its text.' }))).toMatchObject({ code: 'nothing_changes' });
    expect(await propose(change({}))).toMatchObject({ code: 'nothing_changes' });
    expect(await propose(change({ fields: { title: '' } }))).toMatchObject({ code: 'invalid_input' });
    expect(await propose(change({ base: 7, text: 'Later' }))).toMatchObject({ code: 'edit_conflict' });
    expect(await propose({ ...change({ text: 'x' }), itemId: newId() })).toMatchObject({ code: 'item_not_found' });
    expect(
      await as('nameless').call('createProposal', { body: { change: change({ text: 'x' }), reason: 'y' } }),
    ).toMatchObject({
      code: 'handle_required',
    });
    expect(await facts()).toEqual(before);
  });
});

describe('votes', () => {
  const open = async (title: string) => {
    const itemId = await bookBy('alice', title);
    const { proposal } = await proposedEdit('bob', itemId, { fields: { title: `${title}!` } });
    return { itemId, proposalId: proposal.id };
  };

  it('against it, more than for it, refuse it; as many keep it waiting until somebody is for it', async () => {
    const outvoted = await open('Outvoted');
    await voted('carol', outvoted.proposalId, 'against');
    await voted('dave', outvoted.proposalId, 'against');
    const tied = await open('Tied');
    await voted('carol', tied.proposalId, 'against');
    await job(2);
    expect((await pageOf(outvoted.proposalId)).proposal).toMatchObject({
      state: 'refused',
      outcome: { because: 'outvoted', against: 2 },
    });
    expect(await stateOf(tied.proposalId)).toBe('open');
    await voted('dave', tied.proposalId, 'for');
    expect((await decidedIn(2, tied.proposalId)).fact.state).toBe('applied');
    expect(await titleOf(tied.itemId)).toBe('Tied!');
    expect(await titleOf(outvoted.itemId)).toBe('Outvoted');
  });

  it('on an earlier version are shown and do not count; a block stands until it is withdrawn', async () => {
    const { itemId, proposalId } = await open('Versions');
    await voted('carol', proposalId, 'against');
    await voted('dave', proposalId, 'block');
    const change = { what: 'edit' as const, itemId, base: 1, fields: { title: 'Better versions' } };
    const revise = (version: number, name = 'bob') =>
      as(name).call('reviseProposal', { params: { proposalId }, body: { change, reason: 'Better.', version } });
    expect(await revise(1, 'carol')).toMatchObject({ status: 403, code: 'not_your_proposal' });
    expect(await revise(1)).toMatchObject({ status: 200 });
    expect(await revise(1)).toMatchObject({ status: 200, body: { proposal: { version: 2 } } });
    expect(await revise(3)).toMatchObject({ code: 'proposal_changed' });
    const { votes, tally, versions } = await pageOf(proposalId);
    expect(tally).toEqual({ for: 1, against: 0, blocks: 1, overruled: 0, earlier: 1 });
    expect(votes.map(({ by, counts, version }) => [by, counts, version])).toEqual([
      ['dave', true, 1],
      ['carol', false, 1],
    ]);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [1, 'It is better.'],
      [2, 'Better.'],
    ]);
    await expect(voted('carol', proposalId, 'against', 1)).resolves.toEqual({ vote: 'against' });
    await expect(voted('erin', proposalId, 'against', 1)).rejects.toThrow('proposal_changed');
    await as('dave').done('withdrawProposalVote', { params: { proposalId } });
    await system.settle();
    const { fact } = await decidedIn(2, proposalId);
    expect(fact).toMatchObject({ state: 'applied' });
    expect(await titleOf(itemId)).toBe('Better versions');
  });

  it('a block needs a reason, refuses, and is overruled by twice those who uphold it', async () => {
    const { proposalId } = await open('Blocked');
    const params = { proposalId };
    expect(await as('carol').call('castProposalVote', { params, body: { vote: 'block', version: 1 } })).toMatchObject({
      code: 'block_needs_reason',
    });
    expect(await as('bob').call('castProposalVote', { params, body: { vote: 'for', version: 1 } })).toMatchObject({
      status: 403,
      code: 'own_proposal',
    });
    await voted('carol', proposalId, 'block');
    const on = (name: string, vote: 'overrule' | 'uphold' | null, handle = 'carol') =>
      as(name).call('voteOnBlock', { params: { proposalId, handle }, body: { vote } });
    expect(await on('carol', 'uphold')).toMatchObject({ code: 'own_block' });
    expect(await on('bob', 'overrule')).toMatchObject({ code: 'own_proposal' });
    expect(await on('dave', 'overrule', 'erin')).toMatchObject({ code: 'block_not_found' });
    expect(await on('dave', 'overrule', 'nobody')).toMatchObject({ code: 'person_not_found' });
    expect(await on('dave', 'overrule')).toMatchObject({ status: 200 });
    expect((await pageOf(proposalId)).verdict).toMatchObject({ result: 'wait', missing: { blocks: 1 } });
    expect(await on('erin', 'overrule')).toMatchObject({ status: 200 });
    expect((await pageOf(proposalId)).votes[0]).toMatchObject({ overruled: true, overrule: ['dave', 'erin'] });
    expect(await on('erin', 'uphold')).toMatchObject({ status: 200 });
    await job(3);
    expect((await pageOf(proposalId)).proposal).toMatchObject({ state: 'refused', outcome: { because: 'blocked' } });
    expect(await on('erin', 'overrule')).toMatchObject({ code: 'proposal_decided' });
    await system.settle();
  });

  it('many at once, while it is decided over and over, are all seen or refused', async () => {
    const { proposalId } = await open('Busy');
    const voters = ['alice', 'carol', 'dave', 'erin'];
    const answers = await Promise.all([
      ...voters.map((name) =>
        as(name).call('castProposalVote', { params: { proposalId }, body: { vote: 'against', version: 1 } }),
      ),
      ...Array.from({ length: 4 }, () => decidedIn(2, proposalId).catch(() => undefined)),
    ]);
    const cast = answers.slice(0, 4).filter((answer) => (answer as { status: number }).status === 200).length;
    const { tally, proposal } = await pageOf(proposalId);
    expect(tally.against).toBe(cast);
    if (proposal.outcome) expect(proposal.outcome.against).toBe(cast);
    await system.settle();
  });
});

it('what takes a proposal back is never made to say something else', async () => {
  const synonym = { what: 'synonym' as const, tag: 'sci-fi', other: 'scifi' };
  const { proposal } = await as('bob').done('createProposal', { body: { change: synonym, reason: 'One name.' } });
  expect((await decidedIn(2, proposal.id)).fact.state).toBe('applied');
  const params = { proposalId: proposal.id };
  const { proposal: back } = await as('carol').done('revertProposal', { params, body: { reason: 'Two names.' } });
  const revise = (change: object) =>
    as('carol').call('reviseProposal', {
      params: { proposalId: back.id },
      body: { change, reason: 'So.', version: 1 },
    });
  expect(await revise({ ...synonym, other: 'sf' })).toMatchObject({ status: 409, code: 'change_not_possible' });
  expect(await revise({ ...synonym, end: true })).toMatchObject({ status: 200 });
  expect(await stateOf(proposal.id)).toBe('applied');
});

it('a former member is named nowhere, their block counts as against, and what they proposed is made in nobody’s name', async () => {
  const leaver = as('leaver');
  await leaver.done('chooseHandle', { body: { handle: 'leaver' } });
  const itemId = await bookBy('alice', 'Left behind');
  const theirs = await proposedEdit('leaver', itemId, { fields: { title: 'Left to others' } });
  const { proposal } = await proposedEdit('bob', itemId, { text: 'Blocked by who left.' });
  await voted('leaver', proposal.id, 'block');
  const consented = await proposedEdit('bob', itemId, { fields: { title: 'With their consent' } });
  await voted('leaver', consented.proposal.id, 'for');
  await voted('carol', proposal.id, 'for');
  await voted('carol', theirs.proposal.id, 'block');
  const upheld = { params: { proposalId: theirs.proposal.id, handle: 'carol' }, body: { vote: 'uphold' } };
  await as('dave').done('voteOnBlock', upheld);
  await leaver.done('deleteAccount');
  await as('carol').done('withdrawProposalVote', { params: { proposalId: theirs.proposal.id } });
  await system.settle();
  expect((await pageOf(proposal.id)).tally).toMatchObject({ blocks: 0, against: 1, for: 2 });
  expect((await pageOf(consented.proposal.id)).tally).toMatchObject({ for: 1 });
  expect((await listed('open')).find(({ id }) => id === consented.proposal.id)?.counts).toMatchObject({ for: 1 });
  await as('bob').done('withdrawProposal', { params: { proposalId: consented.proposal.id } });
  await job(2);
  const { proposal: made } = await pageOf(theirs.proposal.id);
  expect(made).toMatchObject({ state: 'applied', by: null });
  expect((await seen('getRevision', { params: { itemId, n: String(made.revision) } })).revision.by).toBe(null);
  expect(await stateOf(proposal.id)).toBe('applied');
  await system.settle();
});
