import { Link } from 'wouter';
import styles from '../features/proposals/proposals.module.css';
import { useProposalsBy } from '../features/proposals/queries.ts';
import { Heading } from '../ui/heading.tsx';
import { ProposalPages } from './proposal-pages.tsx';

/** What a person proposed, and what became of it. */
export default function PersonProposalsRoute({ handle }: { handle: string }) {
  const found = useProposalsBy(handle);
  return (
    <>
      <p className={styles.said}>
        <Link href={`/@${handle}`}>@{handle}</Link>
      </p>
      <Heading title={`Proposals of @${handle}`}>Proposals</Heading>
      <ProposalPages
        found={found}
        empty="Nothing proposed so far"
        hint="What somebody proposes stands on their page, whatever becomes of it."
      />
    </>
  );
}
