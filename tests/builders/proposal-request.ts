import { proposalById } from '#functions/proposals/table.ts';
import { fresh } from './fields.ts';
import type { Examples } from './request.ts';

/** Valid requests of the operations on proposals. */
export const proposalExamples: Pick<
  Examples,
  | 'listProposals'
  | 'listProposalsAbout'
  | 'listProposalsByPerson'
  | 'getProposal'
  | 'getProposedContent'
  | 'getConsentTerms'
  | 'createProposal'
  | 'reviseProposal'
  | 'withdrawProposal'
  | 'revertProposal'
  | 'castProposalVote'
  | 'withdrawProposalVote'
  | 'voteOnBlock'
  | 'decideProposal'
> = {
  listProposals: () => [{ query: {} }, { query: { list: 'decided', what: 'edit' } }],
  listProposalsAbout: ({ bookId }) => [
    { params: { what: 'items', target: bookId }, query: {} },
    { params: { what: 'tags', target: 'Web' }, query: {} },
  ],
  listProposalsByPerson: () => [{ params: { handle: 'carol' }, query: {} }],
  getProposal: ({ proposalId }) => [{ params: { proposalId } }],
  getProposedContent: ({ proposalId }) => [
    { params: { proposalId }, query: {} },
    { params: { proposalId }, query: { version: '1' } },
  ],
  getConsentTerms: () => [{}],
  createProposal: ({ bookId }) => [
    {
      by: 'bob',
      body: {
        change: { what: 'edit', itemId: bookId, base: 1, fields: { title: `Title ${fresh()}` }, text: 'Of *nothing*.' },
        reason: 'It is *better*.',
        licence: 'CC0-1.0',
      },
    },
  ],
  reviseProposal: async ({ proposalId, bookId }) => {
    const version = (await proposalById(proposalId, { strong: true }))?.version ?? 1;
    const change = { what: 'edit' as const, itemId: bookId, base: 1, fields: { title: `A better title ${fresh()}` } };
    return [{ by: 'carol', params: { proposalId }, body: { change, reason: 'Better still.', version } }];
  },
  withdrawProposal: ({ withdrawnProposalId }) => [{ by: 'carol', params: { proposalId: withdrawnProposalId } }],
  revertProposal: ({ appliedProposalId }) => [
    { by: 'bob', params: { proposalId: appliedProposalId }, body: { reason: `Said ${fresh()} times` } },
  ],
  castProposalVote: async ({ proposalId }) => {
    const version = (await proposalById(proposalId, { strong: true }))?.version ?? 1;
    return [{ by: 'bob', params: { proposalId }, body: { vote: 'for', version, reason: `Said ${fresh()} times` } }];
  },
  withdrawProposalVote: ({ proposalId }) => [{ by: 'alice', params: { proposalId } }],
  voteOnBlock: ({ proposalId }) => [
    { by: 'bob', params: { proposalId, handle: 'dave' }, body: { vote: 'overrule' } },
    { by: 'bob', params: { proposalId, handle: 'dave' }, body: { vote: null } },
  ],
  decideProposal: ({ proposalId }) => [{ by: 'bob', params: { proposalId } }],
};
