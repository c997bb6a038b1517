import { castProposalVote } from '#functions/proposals/cast-proposal-vote.ts';
import { createProposal } from '#functions/proposals/create-proposal.ts';
import { as, join } from '#tests/builders/people.ts';
import { manyItems } from './many-items.ts';

const none = { params: undefined, query: undefined, body: undefined };
const voters = Array.from({ length: 60 }, (_, n) => `voter${n}`);
const text = Array.from({ length: 400 }, (_, n) => `Line ${n} of what this is about, as somebody wrote it.`).join('\n');

/** Somebody votes for the first version of a proposal, with a reason. */
export const voteOn = (proposalId: string, name: string) =>
  castProposalVote(
    { ...none, params: { proposalId }, body: { vote: 'for', version: 1, reason: 'I read both, and this is better.' } },
    as(name),
  );

async function propose(itemId: string, words: string): Promise<string> {
  const change = { what: 'edit' as const, itemId, base: 1, text: words };
  const made = await createProposal({ ...none, body: { change, reason: 'It is better.' } }, as('maker'));
  return (made as { proposal: { id: string } }).proposal.id;
}

/** A proposal of a long text with the votes of 59 people (`voter0` has none), beside thirty others; `rebuild` lists them. */
export async function votedProposal(): Promise<{ itemId: string; proposalId: string }> {
  await join('maker', 'reader', ...voters);
  const [itemId = ''] = await manyItems(30);
  const proposalId = await propose(itemId, text);
  for (const name of voters.slice(1)) await voteOn(proposalId, name);
  for (let n = 0; n < 30; n++) await propose(itemId, `Another text, number ${n}.`);
  return { itemId, proposalId };
}
