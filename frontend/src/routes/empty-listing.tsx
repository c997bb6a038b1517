import { kinds } from 'virtual:contract';
import { Link } from 'wouter';
import { windowLabels } from '#shared/ranking/labels.ts';
import { type Listing, listingAddress } from '../features/ranking/scope.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A listing with nothing in it: why that may be, and what to do about it. */
export default function EmptyListing({ listing }: { listing: Listing }) {
  const { kind, tag, window } = listing;
  if (window !== 'all') {
    return (
      <Notice title={`Nothing was added ${windowLabels[window]}`}>
        <p>
          <Link href={listingAddress({ ...listing, window: 'all' })}>See what was added at any time</Link>, or add the
          first.
        </p>
      </Notice>
    );
  }
  const what = kind ? kinds[kind].label.toLowerCase() : 'thing';
  return (
    <Notice title={tag ? `No ${what} carries #${tag} in this order` : 'Nothing stands here yet'}>
      <p>
        {tag
          ? 'Tags are put on by readers: open something that fits and add it.'
          : `Add a ${what} worth keeping, and it will head the page.`}
      </p>
      <p>
        <ButtonLink href={kind ? `/submit?kind=${kind}` : '/submit'}>Add a {what}</ButtonLink>
      </p>
    </Notice>
  );
}
