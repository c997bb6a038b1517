import { kinds } from 'virtual:contract';
import { placedKinds } from 'virtual:fields';
import { Link } from 'wouter';
import { orderLabels } from '#shared/ranking/labels.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { mapPage } from '../features/map/address.ts';
import { type Listing, listingAddress } from '../features/ranking/scope.ts';
import { FeedLinks } from '../ui/feed-links.tsx';

/** The feeds of a listing. They come after the listing itself, so they are no part of what it waits for. */
export default function ListingFeeds({ listing }: { listing: Listing }) {
  const { kind, tag, order } = listing;
  const about = `${kind ? kinds[kind].plural : 'Everything'}${tag ? ` tagged ${tag}` : ''}`;
  const scope = new URLSearchParams({ ...(kind ? { kind } : {}), ...(tag ? { tag: normaliseTag(tag) } : {}) });
  return (
    <>
      <p>
        <Link href={`/compare${scope.size > 0 ? `?${scope}` : ''}`}>Compare some of these side by side</Link>
        {tag && (!kind || placedKinds.includes(kind)) && (
          <>
            {' · '}
            <Link href={mapPage({ collection: { of: 'tag', name: normaliseTag(tag) } })}>
              Places of this tag on a map
            </Link>
          </>
        )}
        {!tag && kind && placedKinds.includes(kind) && (
          <>
            {' · '}
            <Link href="/map">Places on a map</Link>
          </>
        )}
      </p>
      <FeedLinks
        of={listingAddress({ ...listing, tag: tag && normaliseTag(tag) })}
        about={`${about} · ${orderLabels[order]}`}
      />
    </>
  );
}
