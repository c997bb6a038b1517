import { changeLabels } from '#shared/proposals/labels.ts';
import { changeKinds } from '#shared/proposals/schema.ts';
import { entriesOf } from './answers.ts';
import { proposalEntry } from './entries.ts';
import { type List, pageOf } from './list.ts';

/** A proposal stands where it was made, whatever becomes of it. */
const isByTime = true;

const proposals: List = {
  path: '/proposals',
  feed: async ({ query, ask, origin }) => {
    const what = changeKinds.find((name) => name === query.get('what'));
    const found = await entriesOf(ask, 'listProposals', { query: { list: 'all', ...(what ? { what } : {}) } });
    return {
      page: pageOf('/proposals', { what }),
      title: what ? `Proposals: ${changeLabels[what].many}` : 'Proposals',
      description: 'What people propose to change here, newest first.',
      entries: found.map((card) => proposalEntry(card, origin)),
      isByTime,
    };
  },
};

const proposalsAboutItem: List = {
  path: '/i/:itemId/proposals',
  feed: async ({ params: { itemId = '' }, ask, origin }) => {
    const found = await entriesOf(ask, 'listProposalsAbout', { params: { what: 'items', target: itemId } });
    return {
      page: `/i/${itemId}/proposals`,
      title: 'Proposals about an item',
      description: 'What people propose to change of it, newest first.',
      entries: found.map((card) => proposalEntry(card, origin)),
      isByTime,
    };
  },
};

export const proposalLists = [proposals, proposalsAboutItem];
