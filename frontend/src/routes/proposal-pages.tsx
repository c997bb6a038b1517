import type { ProposalCard } from '#shared/proposals/schema.ts';
import type { Load, Pages } from '../client/loads.ts';
import { ProposalCards } from '../features/proposals/proposal-cards.tsx';
import { Button } from '../ui/button.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';

type Found = Load<Pages<ProposalCard>> & { reload: () => void; more: () => void };

/** A list of proposals, as far as it was paged through. */
export function ProposalPages({ found, empty, hint }: { found: Found; empty: string; hint: string }) {
  const proposals = (found.data?.pages ?? []).flat();
  return (
    <>
      {!found.data && found.error === undefined && (
        <>
          <Loading what="the proposals" />
          <div aria-hidden="true">
            {standIns(4).map((row) => (
              <p key={row}>
                <Bone width={28} tall />
                <br />
                <Bone width={40} />
              </p>
            ))}
          </div>
        </>
      )}
      {proposals.length > 0 && <ProposalCards proposals={proposals} />}
      {found.data && proposals.length === 0 && (
        <Notice title={empty}>
          <p>{hint}</p>
        </Notice>
      )}
      {found.error !== undefined && <Failure error={found.error} retry={found.data ? found.more : found.reload} />}
      {found.data?.next && (
        <p>
          <Button look="plain" busy={found.loading} onClick={found.more}>
            More proposals
          </Button>
        </p>
      )}
    </>
  );
}
