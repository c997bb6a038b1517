import { kinds } from 'virtual:contract';
import { addressedKind } from 'virtual:shelves';
import { Link, useSearch } from 'wouter';
import type { KindName } from '#shared/items/kinds/registry.ts';
import { windowLabels } from '#shared/ranking/labels.ts';
import type { WindowName } from '#shared/ranking/schema.ts';
import { normaliseTag } from '#shared/tags/rules.ts';
import { listingAddress } from '../features/ranking/scope.ts';
import { popularAddress, popularTitle, readPopular } from '../features/saves/popular-address.ts';
import { ButtonLink } from '../ui/button.tsx';
import choices from '../ui/choices.module.css';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Heading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Ledger } from './ledger.tsx';
import styles from './saves.module.css';
import { SavesOfAll } from './saves-of-all.tsx';

const shownWindows: WindowName[] = ['day', 'week', 'month', 'year', 'all'];

/** What most people save, of what was added lately. */
export default function PopularRoute({ tag: given }: { tag: string | undefined }) {
  const tag = given && normaliseTag(given);
  const popular = readPopular(useSearch(), tag);
  const { kind, window } = popular;
  const title = popularTitle(popular);
  const listing = { kind, tag, order: 'saved', window } as const;
  const kindChoices: (KindName | undefined)[] = [
    addressedKind,
    undefined,
    ...(Object.keys(kinds) as KindName[]).filter((name) => name !== addressedKind),
  ];
  return (
    <>
      <Heading title={title}>
        {title.slice(0, tag ? -` tagged ${tag}`.length : undefined)}
        {tag && <em className={styles.list}> #{tag}</em>}
      </Heading>
      <p className={styles.of}>
        What most people saved, of what was added {windowLabels[window]}.
        {tag && (
          <>
            {' '}
            <Link href={popularAddress({ ...popular, tag: undefined })}>Under any tag</Link> ·{' '}
            <Link href={`/tag/${encodeURIComponent(tag)}`}>Newest saves</Link>
          </>
        )}
      </p>
      <SavesOfAll current="popular" />
      <div className={styles.choices}>
        <nav className={choices.choices} aria-label="Kind">
          {kindChoices.map((name) => (
            <Link
              key={name ?? 'all'}
              href={popularAddress({ ...popular, kind: name })}
              aria-current={name === kind ? 'true' : undefined}
            >
              {name ? kinds[name].plural : 'Everything'}
            </Link>
          ))}
        </nav>
        <nav className={choices.choices} aria-label="When added">
          {shownWindows.map((name) => (
            <Link
              key={name}
              href={popularAddress({ ...popular, window: name })}
              aria-current={name === window ? 'true' : undefined}
            >
              {windowLabels[name]}
            </Link>
          ))}
        </nav>
      </div>
      <Ledger
        listing={listing}
        label={`${title}, added ${windowLabels[window]}`}
        empty={
          <Notice title={`Nothing that was added ${windowLabels[window]} was saved yet`}>
            <p>
              {window === 'all' ? (
                <ButtonLink href="/save">Save a page</ButtonLink>
              ) : (
                <Link href={popularAddress({ ...popular, window: 'all' })}>See what was added at any time</Link>
              )}
            </p>
          </Notice>
        }
      />
      <FeedLinks of={listingAddress(listing)} about={title} />
    </>
  );
}
