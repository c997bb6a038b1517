import { useItem } from '../features/items/queries.ts';
import { useProposalsAbout } from '../features/proposals/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import form from '../ui/form.module.css';
import { OfItem } from './of-item.tsx';
import { ProposalPages } from './proposal-pages.tsx';

/** What is proposed about an item, and what may be. */
export default function ItemProposalsRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const proposals = useProposalsAbout('items', itemId);
  const { item } = found.data ?? {};
  return (
    <OfItem itemId={itemId} over="Proposals about" title={item?.title} error={found.error} retry={found.reload}>
      <p className={form.actions}>
        <ButtonLink look="plain" href={`/proposals/new?what=edit&item=${itemId}`}>
          Propose an edit
        </ButtonLink>
        <ButtonLink look="plain" href={`/proposals/new?what=title&item=${itemId}`}>
          A better title
        </ButtonLink>
        <ButtonLink look="plain" href={`/proposals/new?what=merge&from=${itemId}`}>
          It is here twice
        </ButtonLink>
        <ButtonLink look="plain" href={`/proposals/new?what=removal&item=${itemId}`}>
          It does not belong here
        </ButtonLink>
      </p>
      <ProposalPages
        found={proposals}
        empty="Nothing is proposed about it"
        hint="What is proposed stands here, and what became of it."
      />
      {item && <FeedLinks of={`/i/${itemId}/proposals`} about={`Proposals about ${item.title}`} />}
    </OfItem>
  );
}
