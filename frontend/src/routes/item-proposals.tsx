import { Link } from 'wouter';
import { ProblemError } from '../client/problem.ts';
import { useItem } from '../features/items/queries.ts';
import styles from '../features/proposals/proposals.module.css';
import { useProposalsAbout } from '../features/proposals/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import form from '../ui/form.module.css';
import { Heading } from '../ui/heading.tsx';
import { Failure } from '../ui/notice.tsx';
import { Bone } from '../ui/skeleton.tsx';
import { ProposalPages } from './proposal-pages.tsx';

/** What is proposed about an item, and what may be. */
export default function ItemProposalsRoute({ itemId }: { itemId: string }) {
  const found = useItem(itemId);
  const proposals = useProposalsAbout('items', itemId);
  const { item } = found.data ?? {};
  if (found.error !== undefined) {
    const gone = found.error instanceof ProblemError && found.error.status < 500;
    return (
      <>
        <Heading title={gone ? 'No such item' : 'This page did not load'} />
        <Failure error={found.error} retry={found.reload} />
      </>
    );
  }
  return (
    <>
      <p className={styles.said}>Proposals about</p>
      <Heading title={item ? `Proposals about ${item.title}` : 'Proposals'}>
        {item ? <Link href={`/i/${itemId}`}>{item.title}</Link> : <Bone width={28} tall />}
      </Heading>
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
    </>
  );
}
