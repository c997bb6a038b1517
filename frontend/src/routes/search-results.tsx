import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { SearchPage } from '#shared/search/schema.ts';
import { type Asked, filterNames, onMap, searchAddress, without } from '../features/search/address.ts';
import { Facets } from '../features/search/facets.tsx';
import { NearMe } from '../features/search/near-me.tsx';
import { useSearchResults } from '../features/search/queries.ts';
import { sortLabels, whatLabels } from '../features/search/words.ts';
import { ButtonLink } from '../ui/button.tsx';
import { More, Notice } from '../ui/notice.tsx';
import { exactCount } from '../ui/numbers.ts';
import { Bone, Loading, standIns } from '../ui/skeleton.tsx';
import tabs from '../ui/tabs.module.css';
import styles from './search.module.css';
import { SearchHit } from './search-hit.tsx';

type Props = {
  asked: Asked;
  /** The hits alone. */
  bare?: boolean;
};

/** What a search finds. While another is asked for, what was found before stays, paler. */
export function SearchResults({ asked, bare = false }: Props) {
  const found = useSearchResults(asked);
  const before = useRef<SearchPage[]>(undefined);
  const now = found.data?.pages.flat();
  useEffect(() => {
    if (now) before.current = now;
  });
  const pages = now ?? (found.error === undefined ? before.current : undefined);
  const first = pages?.[0];
  const map = onMap(asked);
  const hits = pages?.flatMap((page) => page.hits) ?? [];
  return (
    <>
      <p className="visually-hidden" role="status">
        {now && first ? `${exactCount(first.total)} found` : ''}
      </p>
      {first && !bare && <WhatTabs asked={asked} found={first.found} />}
      {first && !bare && <Called called={first.called} />}
      {!first && found.error === undefined && <Ghosts />}
      {first && hits.length === 0 && now && !bare && <NothingFound asked={asked} page={first} />}
      {first && hits.length > 0 && (
        <div className={bare ? undefined : styles.columns}>
          {!bare && (
            <details className={styles.filters} ref={openWhereWide}>
              <summary>Narrow it down</summary>
              <Facets asked={asked} facets={first.facets} />
            </details>
          )}
          <section>
            {!bare && (
              <div className={styles.head}>
                <h2>
                  {exactCount(first.total)} found
                  {map && (
                    <>
                      {' · '}
                      <Link href={map}>on a map</Link>
                    </>
                  )}
                </h2>
                <Sorts asked={asked} />
              </div>
            )}
            <ol className={styles.hits} data-old={now ? undefined : ''}>
              {hits.map((hit) => (
                <SearchHit key={`${hit.what}:${hit.id}`} hit={hit} />
              ))}
            </ol>
          </section>
        </div>
      )}
      {first && !first.complete && !bare && (
        <p>Search is still gathering what there is: more may be found in a moment.</p>
      )}
      <More list={found} />
    </>
  );
}

/** Beside the results there is room for them. */
function openWhereWide(details: HTMLDetailsElement | null) {
  if (details && window.matchMedia('(width >= 54rem)').matches) details.open = true;
}

function WhatTabs({ asked, found }: { asked: Asked; found: SearchPage['found'] }) {
  const current = asked.what ?? 'items';
  return (
    <nav className={`${tabs.tabs} ${styles.tabs}`} aria-label="What to find">
      {(Object.keys(whatLabels) as (keyof typeof whatLabels)[]).map((what) => (
        <Link
          key={what}
          href={searchAddress(what === 'items' ? without(asked, 'what') : { ...asked, what })}
          aria-current={what === current ? 'page' : undefined}
        >
          {whatLabels[what]}
          {found[what] > 0 && <small>{exactCount(found[what])}</small>}
        </Link>
      ))}
    </nav>
  );
}

/** Tags have better names than some that were asked for: both are found. */
function Called({ called }: Pick<SearchPage, 'called'>) {
  return called.map(({ other, tag }) => (
    <p key={other}>
      “{other}” is called{' '}
      <Link href={`/t/${encodeURIComponent(tag)}`} title={`All that is tagged ${tag}`}>
        “{tag}”
      </Link>{' '}
      here: what has either tag is found.
    </p>
  ));
}

function Sorts({ asked }: { asked: Asked }) {
  const current = asked.sort ?? 'relevance';
  return (
    <nav className={styles.sorts} aria-label="Order">
      {(['relevance', 'best', 'new'] as const).map((sort) => (
        <Link
          key={sort}
          href={searchAddress(sort === 'relevance' ? without(asked, 'sort') : { ...asked, sort })}
          aria-current={sort === current ? 'true' : undefined}
        >
          {sortLabels[sort]}
        </Link>
      ))}
      {asked.near ? (
        <Link href={searchAddress({ ...asked, sort: 'near' })} aria-current={current === 'near' ? 'true' : undefined}>
          {sortLabels.near}
        </Link>
      ) : (
        (asked.what ?? 'items') === 'items' && <NearMe asked={asked} />
      )}
    </nav>
  );
}

function NothingFound({ asked, page }: { asked: Asked; page: SearchPage }) {
  const narrowed = filterNames.some((name) => asked[name]);
  const elsewhere = (Object.keys(whatLabels) as (keyof typeof whatLabels)[]).filter((what) => page.found[what] > 0);
  return (
    <Notice title={asked.q ? `Nothing was found for “${asked.q}”` : 'Nothing fits all of that'}>
      {narrowed && (
        <p>
          Take away one of the parts above
          {asked.q && (
            <>
              , or <Link href={searchAddress({ q: asked.q })}>search for “{asked.q}” everywhere</Link>
            </>
          )}
          .
        </p>
      )}
      {elsewhere.length > 0 && (
        <p>
          There are others:{' '}
          {elsewhere.map((what, index) => (
            <span key={what}>
              {index > 0 && ', '}
              <Link href={searchAddress({ ...asked, what })}>
                {exactCount(page.found[what])} under {whatLabels[what].toLowerCase()}
              </Link>
            </span>
          ))}
          .
        </p>
      )}
      {!narrowed && elsewhere.length === 0 && <p>Try other words, or fewer of them.</p>}
      <p>
        <ButtonLink href="/submit">Add what is missing</ButtonLink>
      </p>
    </Notice>
  );
}

function Ghosts() {
  return (
    <>
      <Loading what="what is found" />
      <div aria-hidden="true">
        {standIns(5).map((row) => (
          <p key={row}>
            <Bone width={28} tall />
            <br />
            <Bone width={40} />
          </p>
        ))}
      </div>
    </>
  );
}
