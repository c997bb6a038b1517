import { Link, useSearch } from 'wouter';
import { changeLabels } from '#shared/proposals/labels.ts';
import { type ChangeKind, changeKinds, type ProposalList } from '#shared/proposals/schema.ts';
import { useProposals } from '../features/proposals/queries.ts';
import { Rule } from '../features/proposals/rule.tsx';
import cards from '../ui/cards.module.css';
import choices from '../ui/choices.module.css';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { ProposalPages } from './proposal-pages.tsx';

/** The address of a list of proposals, without what is as usual. */
function hrefOf(list: ProposalList, what: ChangeKind | undefined): string {
  const query = new URLSearchParams({ ...(list === 'open' ? {} : { list }), ...(what ? { what } : {}) });
  return query.size > 0 ? `/proposals?${query}` : '/proposals';
}

const lists = [
  { list: 'open', label: 'Open' },
  { list: 'decided', label: 'Decided' },
] as const;

export default function ProposalsRoute() {
  const query = new URLSearchParams(useSearch());
  const list = query.get('list') === 'decided' ? 'decided' : 'open';
  const what = changeKinds.find((name) => name === query.get('what'));
  return (
    <>
      <Heading title="Proposals" />
      <p className={cards.about}>
        What people want to change and do not decide alone. Each applies by itself after a while, unless somebody
        objects.
      </p>
      <nav className={choices.choices} aria-label="Which proposals">
        {lists.map(({ list: one, label }) => (
          <Link key={one} href={hrefOf(one, what)} aria-current={one === list ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <nav className={choices.choices} aria-label="What they would change">
        <Link href={hrefOf(list, undefined)} aria-current={what === undefined ? 'page' : undefined}>
          Everything
        </Link>
        {changeKinds.map((one) => (
          <Link key={one} href={hrefOf(list, one)} aria-current={one === what ? 'page' : undefined}>
            {changeLabels[one].many}
          </Link>
        ))}
      </nav>
      <Shown key={`${list} ${what}`} list={list} what={what} />
      <FeedLinks of={what ? `/proposals?what=${what}` : '/proposals'} about="Proposals" />
      <Rule />
    </>
  );
}

function Shown({ list, what }: { list: ProposalList; what: ChangeKind | undefined }) {
  const found = useProposals(list, what);
  return (
    <ProposalPages
      found={found}
      empty={list === 'open' ? 'Nothing waits for consent' : 'Nothing was decided yet'}
      hint={
        list === 'open'
          ? 'Open a page and press “Edit” or “Propose a change”: what you may not change at once becomes a proposal.'
          : 'What was applied, refused or withdrawn stands here.'
      }
    />
  );
}
