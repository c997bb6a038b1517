import * as z from 'zod/mini';
import { id } from '../ids.ts';
import { operation } from '../operation.ts';
import { cursor, pageOf } from '../paging.ts';
import { handle } from '../people/schema.ts';
import { targetPath } from '../targets.ts';
import { licences } from '../text.ts';
import { changeErrors } from './errors.ts';
import {
  blockVotes,
  change,
  changeKinds,
  proposal,
  proposalCard,
  proposalLists,
  proposalReason,
  proposalSubjects,
  proposalVersion,
  proposalVote,
  proposalVotes,
  proposedContent,
  tally,
  verdict,
  voteReason,
} from './schema.ts';

const proposalPath = z.strictObject({ proposalId: id });
const paged = z.strictObject({ cursor: z.optional(cursor) });
const version = z.int().check(z.gte(1), z.lte(9999));
/** A text of the longest size, each character of which may be escaped in JSON. */
const maxBody = 5 * 1024 * 1024;

export const listProposals = operation({
  name: 'listProposals',
  method: 'GET',
  path: '/api/proposals',
  auth: 'public',
  freshness: 'listing',
  summary: 'Proposals, twenty a page: open ones by when they are decided, decided ones or all, the latest first.',
  query: z.strictObject({
    list: z._default(z.enum(proposalLists), 'open'),
    what: z.optional(z.enum(changeKinds)),
    cursor: z.optional(cursor),
  }),
  output: pageOf(proposalCard),
  errors: ['invalid_cursor'],
});

export const listProposalsAbout = operation({
  name: 'listProposalsAbout',
  method: 'GET',
  path: '/api/proposals/about/{what}/{target}',
  auth: 'public',
  freshness: 'page',
  summary: 'Proposals about an item, a tag, an act of moderation or a person, newest first, twenty a page.',
  params: targetPath(proposalSubjects),
  query: paged,
  output: pageOf(proposalCard),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const listProposalsByPerson = operation({
  name: 'listProposalsByPerson',
  method: 'GET',
  path: '/api/people/{handle}/proposals',
  auth: 'public',
  freshness: 'page',
  summary: 'What a person proposed, newest first, twenty a page.',
  params: z.strictObject({ handle }),
  query: paged,
  output: pageOf(proposalCard),
  errors: ['person_not_found', 'invalid_cursor'],
});

export const getProposal = operation({
  name: 'getProposal',
  method: 'GET',
  path: '/api/proposals/{proposalId}',
  auth: 'public',
  freshness: 'page',
  summary: 'A proposal with its votes and their reasons, its versions, and what it takes to pass.',
  params: proposalPath,
  output: z.object({
    proposal,
    tally,
    /** What happens with it now, by the rule; null once it is decided. */
    verdict: z.nullable(verdict),
    /** Blocks first, then the latest; at most 200. */
    votes: z.array(proposalVote),
    versions: z.array(proposalVersion),
  }),
  errors: ['proposal_not_found'],
});

export const getProposedContent = operation({
  name: 'getProposedContent',
  method: 'GET',
  path: '/api/proposals/{proposalId}/content',
  auth: 'public',
  freshness: 'page',
  summary: 'What an edit would change, word by word, in its latest version or another one.',
  params: proposalPath,
  query: z.strictObject({
    version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'not a number of a version'))),
  }),
  output: proposedContent,
  errors: ['proposal_not_found', 'item_not_found', 'revision_not_found'],
});

export const getConsentTerms = operation({
  name: 'getConsentTerms',
  method: 'GET',
  path: '/api/consent',
  auth: 'public',
  freshness: 'page',
  summary: 'What a proposal takes to pass here now: hours, people, and how both grow with the site.',
  output: z.object({
    people: z.number(),
    /** How many contributed this month, or the last, whichever were more. */
    active: z.number(),
    maturity: z.string(),
    terms: z.array(z.object({ maturity: z.string(), from: z.number(), hours: z.number() })),
    needs: z.array(z.object({ what: z.enum(changeKinds), hours: z.number(), quorum: z.number() })),
  }),
  errors: [],
});

export const createProposal = operation({
  name: 'createProposal',
  method: 'POST',
  path: '/api/proposals',
  auth: 'person',
  freshness: 'none',
  summary: 'Propose a change. Where the same is open already, that one is answered, with `existing: true`.',
  // An appeal against their ban or a fold of theirs; anything else is refused to who is banned.
  evenBanned: true,
  idempotencyKey: true,
  maxBody,
  body: z.strictObject({ change, reason: proposalReason, licence: z.optional(z.enum(licences)) }),
  output: z.object({ proposal, existing: z.boolean() }),
  errors: ['handle_required', 'account_deleted', 'trust_too_low', 'idempotency_key_reused', ...changeErrors],
});

export const reviseProposal = operation({
  name: 'reviseProposal',
  method: 'PUT',
  path: '/api/proposals/{proposalId}',
  auth: 'person',
  freshness: 'none',
  summary:
    'Put a new version of your proposal forward, naming the one before. Its time begins anew, votes are on it alone.',
  params: proposalPath,
  maxBody,
  body: z.strictObject({ change, reason: proposalReason, version }),
  output: z.object({ proposal }),
  errors: [
    'proposal_not_found',
    'not_your_proposal',
    'proposal_decided',
    'proposal_changed',
    'too_many_versions',
    ...changeErrors,
    'account_deleted',
    'handle_required',
  ],
});

export const withdrawProposal = operation({
  name: 'withdrawProposal',
  method: 'DELETE',
  path: '/api/proposals/{proposalId}',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your proposal. It stays to be read. Repeating it changes nothing.',
  params: proposalPath,
  output: z.object({ proposal }),
  errors: ['proposal_not_found', 'not_your_proposal', 'proposal_decided', 'account_deleted'],
});

export const revertProposal = operation({
  name: 'revertProposal',
  method: 'POST',
  path: '/api/proposals/{proposalId}/reversal',
  auth: 'person',
  freshness: 'none',
  summary: 'Propose the opposite of what was made. Edits are taken back in the history of the item instead.',
  idempotencyKey: true,
  params: proposalPath,
  body: z.strictObject({ reason: proposalReason }),
  output: z.object({ proposal, existing: z.boolean() }),
  errors: [
    'proposal_not_found',
    'not_revertible',
    'trust_too_low',
    ...changeErrors,
    'handle_required',
    'account_deleted',
    'idempotency_key_reused',
  ],
});

export const castProposalVote = operation({
  name: 'castProposalVote',
  method: 'PUT',
  path: '/api/proposals/{proposalId}/vote',
  auth: 'person',
  freshness: 'none',
  summary:
    'Vote for, against, or block a version of a proposal. A block needs a reason and stands on later versions too.',
  params: proposalPath,
  body: z.strictObject({ vote: z.enum(proposalVotes), version, reason: z._default(voteReason, '') }),
  output: z.object({ vote: z.enum(proposalVotes) }),
  errors: [
    'proposal_not_found',
    'own_proposal',
    'proposal_decided',
    'proposal_changed',
    'block_needs_reason',
    'trust_too_low',
    'account_deleted',
    'handle_required',
  ],
});

export const withdrawProposalVote = operation({
  name: 'withdrawProposalVote',
  method: 'DELETE',
  path: '/api/proposals/{proposalId}/vote',
  auth: 'person',
  freshness: 'none',
  summary: 'Withdraw your vote or block while the proposal is open. Repeating it changes nothing.',
  params: proposalPath,
  output: z.object({ withdrawn: z.boolean() }),
  errors: ['proposal_not_found', 'proposal_decided', 'account_deleted'],
});

export const voteOnBlock = operation({
  name: 'voteOnBlock',
  method: 'PUT',
  path: '/api/proposals/{proposalId}/blocks/{handle}',
  auth: 'person',
  freshness: 'none',
  summary: 'Say whether somebody’s block is overruled or stands.',
  params: z.strictObject({ proposalId: id, handle }),
  body: z.strictObject({ vote: z.nullable(z.enum(blockVotes)) }),
  output: z.object({ vote: z.nullable(z.enum(blockVotes)) }),
  errors: [
    'proposal_not_found',
    'person_not_found',
    'block_not_found',
    'own_block',
    'trust_too_low',
    'own_proposal',
    'proposal_decided',
    'account_deleted',
    'handle_required',
  ],
});

export const decideProposal = operation({
  name: 'decideProposal',
  method: 'PUT',
  path: '/api/proposals/{proposalId}/decision',
  auth: 'person',
  freshness: 'none',
  summary: 'Decide a proposal whose time is over, at once instead of within the hour. Repeating it changes nothing.',
  params: proposalPath,
  output: z.object({ proposal, verdict: z.nullable(verdict) }),
  errors: ['proposal_not_found', 'account_deleted'],
});

export const proposalOperations = {
  listProposals,
  listProposalsAbout,
  listProposalsByPerson,
  getProposal,
  getProposedContent,
  getConsentTerms,
  createProposal,
  reviseProposal,
  withdrawProposal,
  revertProposal,
  castProposalVote,
  withdrawProposalVote,
  voteOnBlock,
  decideProposal,
};
