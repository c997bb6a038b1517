import { changeLabels } from '#shared/proposals/labels.ts';
import { changeKinds } from '#shared/proposals/schema.ts';
import { useItem } from '../features/items/queries.ts';
import { useProposal } from '../features/proposals/queries.ts';
import { Head } from './head.tsx';
import type { Page } from './pages.tsx';

function ProposalsHead({ origin, search }: { origin: string; search: string }) {
  const what = changeKinds.find((name) => name === new URLSearchParams(search).get('what'));
  return (
    <Head
      title={what ? `Proposals: ${changeLabels[what].many}` : 'Proposals'}
      description="What people want to change here and do not decide alone: each applies by itself after a while, unless somebody objects."
      canonical={`${origin}/proposals${what ? `?what=${what}` : ''}`}
      feed="Proposals"
    />
  );
}

function ProposalHead({ origin, proposalId }: { origin: string; proposalId: string }) {
  const found = useProposal(proposalId).data;
  if (!found) return null;
  const { proposal } = found;
  return (
    <Head
      title={proposal.about.title}
      description={`${changeLabels[proposal.change.what].one}, proposed${proposal.by ? ` by @${proposal.by}` : ''}${proposal.reason && `: ${proposal.reason}`}`}
      canonical={`${origin}/proposals/${proposal.id}`}
      type="article"
    />
  );
}

function ItemProposalsHead({ origin, itemId }: { origin: string; itemId: string }) {
  const item = useItem(itemId).data?.item;
  if (!item) return null;
  return (
    <Head
      title={`Proposals about ${item.title}`}
      description={`What people want to change of ${item.title}, and what became of it.`}
      canonical={`${origin}/i/${itemId}/proposals`}
      feed={`Proposals about ${item.title}`}
    />
  );
}

/** What anyone may read of proposals. */
export const proposalPages: Page[] = [
  {
    path: '/proposals',
    part: 'proposals',
    head: (_, { origin, search }) => <ProposalsHead origin={origin} search={search} />,
  },
  {
    path: '/proposals/:proposalId',
    part: 'proposals',
    head: ({ proposalId = '' }, { origin }) => <ProposalHead origin={origin} proposalId={proposalId} />,
  },
  {
    path: '/i/:itemId/proposals',
    part: 'proposals',
    head: ({ itemId = '' }, { origin }) => <ItemProposalsHead origin={origin} itemId={itemId} />,
  },
  {
    path: /^\/@(?<handle>[^/]+)\/proposals\/?$/,
    part: 'proposals',
    head: ({ handle = '' }, { origin }) => (
      <Head
        title={`Proposals of @${handle}`}
        description={`What @${handle} proposed to change here, and what became of it.`}
        canonical={`${origin}/@${handle}/proposals`}
      />
    ),
  },
];
