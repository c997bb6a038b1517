import { kinds } from 'virtual:contract';
import { orderLabels } from '#shared/ranking/labels.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { type Listing, listingAddress } from '../features/ranking/scope.ts';
import { FeedLinks } from '../ui/feed-links.tsx';

/** The feeds of a listing. They come after the listing itself, so they are no part of what it waits for. */
export default function ListingFeeds({ listing }: { listing: Listing }) {
  const { kind, tag, order } = listing;
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  return (
    <FeedLinks
      of={listingAddress({ ...listing, tag: tag && normaliseTag(tag) })}
      about={`${about} · ${orderLabels[order]}`}
    />
  );
}
