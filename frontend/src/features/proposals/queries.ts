import type { ChangeKind, ProposalList } from '#shared/proposals/schema.ts';
import { type Answer, call } from '../../client/call.ts';
import { forgetLoaded, setLoaded, startLoad, useLoad, usePages } from '../../client/loads.ts';

export type ProposalPage = Answer<'getProposal'>;
const proposalKey = (proposalId: string) => `proposal:${proposalId}`;

export function useProposal(proposalId: string) {
  return useLoad<ProposalPage>(proposalKey(proposalId), () => call('getProposal', { params: { proposalId } }));
}

const contentKey = (proposalId: string, version: string) => `proposal-content:${proposalId}:${version}`;
const loadContent = (proposalId: string, version: string) => () =>
  call('getProposedContent', { params: { proposalId }, query: version ? { version } : {} });

/** What an edit would change, in its latest version (an empty text) or another one. */
export function useProposedContent(proposalId: string, version: string) {
  return useLoad(contentKey(proposalId, version), loadContent(proposalId, version));
}

/** Has that asked for where pages are rendered, beside the proposal itself. */
export function startContent(proposalId: string, version: string): void {
  startLoad(contentKey(proposalId, version), loadContent(proposalId, version));
}

/** The proposal as it is after something was done about it; lists are asked for again. */
export async function refreshProposal(proposalId: string): Promise<void> {
  forgetLoaded('proposals:');
  forgetLoaded(`proposal-content:${proposalId}:`);
  const page = await call('getProposal', { params: { proposalId } });
  setLoaded<ProposalPage>(proposalKey(proposalId), page);
}

export function forgetProposals(): void {
  forgetLoaded('proposals:');
}

export function useProposals(list: ProposalList, what: ChangeKind | undefined) {
  return usePages(`proposals:${list}:${what ?? ''}`, (cursor) =>
    call('listProposals', { query: { list, ...(what ? { what } : {}), ...(cursor ? { cursor } : {}) } }),
  );
}

type Subject = 'items' | 'tags' | 'acts' | 'people';

export function useProposalsAbout(what: Subject, target: string) {
  return usePages(`proposals:about:${what}:${target}`, (cursor) =>
    call('listProposalsAbout', { params: { what, target }, query: cursor ? { cursor } : {} }),
  );
}

export function useProposalsBy(handle: string) {
  return usePages(`proposals:by:${handle}`, (cursor) =>
    call('listProposalsByPerson', { params: { handle }, query: cursor ? { cursor } : {} }),
  );
}

export function useConsentTerms() {
  return useLoad('consent-terms', () => call('getConsentTerms', {}));
}
