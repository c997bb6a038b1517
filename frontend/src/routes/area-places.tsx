import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { categoryLabel } from '#shared/items/kinds/place-categories.ts';
import type { Item } from '#shared/items/schema.ts';
import { shownAverage } from '#shared/ranking/stars.ts';
import { useArea, useAreaPlaces } from '../features/areas/queries.ts';
import type { Point } from '../features/map/geometry.ts';
import { PlaceMap } from '../features/map/place-map.tsx';
import { FeedLinks } from '../ui/feed-links.tsx';
import { Failure, More, Notice } from '../ui/notice.tsx';
import { counted, exactCount } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import tabs from '../ui/tabs.module.css';
import styles from './item.module.css';
import { PlaceRows } from './place-rows.tsx';

/** The places of an area, best first, on a map and in a list; the areas that lie in it. */
export default function AreaPlaces({ item, position }: { item: Item; position: Point }) {
  const category = new URLSearchParams(useSearch()).get('category') ?? undefined;
  const area = useArea(item.id);
  const list = useAreaPlaces(item.id, category);
  const [chosen, setChosen] = useState<string>();
  const places = list.data?.pages.flat() ?? [];
  const { radius, within } = item.fields as { radius?: number; within?: string };
  const page = (one?: string) => `/i/${item.id}${one ? `?category=${one}` : ''}`;
  const sort = category ? categoryLabel(category) : undefined;
  return (
    <section className={styles.part} aria-labelledby="places">
      <h2 id="places">{sort ? `Places: ${sort}` : 'Places'}</h2>
      {area.data && (
        <>
          <p>
            {counted(area.data.places, 'place')}, {exactCount(area.data.rated)} of them rated
            {within && (
              <>
                {' · '}
                <Link href={`/i/${within}`}>The area it lies in</Link>
              </>
            )}
            {' · '}
            <Link href={`/submit?kind=place&areas=${item.id}`}>Add a place</Link>
          </p>
          {area.data.categories.length > 0 && (
            <nav className={tabs.tabs} aria-label="Categories">
              <Link href={page()} aria-current={category ? undefined : 'page'}>
                All
              </Link>
              {area.data.categories.map(({ category: one, places: count }) => (
                <Link key={one} href={page(one)} aria-current={one === category ? 'page' : undefined}>
                  {categoryLabel(one)} {exactCount(count)}
                </Link>
              ))}
            </nav>
          )}
        </>
      )}
      {area.error !== undefined && <Failure error={area.error} retry={area.reload} />}
      <PlaceMap
        pins={places}
        label={`A map of the places in ${item.title}; the list after it has the same`}
        size="part"
        circle={places.length === 0 && radius ? { ...position, metres: radius * 1000 } : undefined}
        chosen={chosen}
        onChoose={setChosen}
      />
      {!list.data && list.error === undefined && <Loading what="its places" />}
      {list.data && places.length === 0 && (
        <Notice title="No places here yet">
          <p>A place comes here by naming {item.title} among its areas: on the place’s page, “Edit”.</p>
        </Notice>
      )}
      <PlaceRows
        label={`Places in ${item.title}, best first`}
        chosen={chosen}
        places={places.map(({ ratings, rank, shared, ...place }) => ({
          ...place,
          stars: ratings && shownAverage(ratings),
          ratings: ratings?.reduce((sum, count) => sum + count, 0) ?? 0,
          rank:
            rank === null ? 'not rated yet' : `#${rank}${shared > 0 ? `, tied with ${counted(shared, 'other')}` : ''}`,
        }))}
      />
      <More list={list} />
      {list.data && (
        <FeedLinks
          of={`/i/${item.id}/places${category ? `?category=${category}` : ''}`}
          about={`${item.title}: places${sort ? `, ${sort}` : ''}`}
        />
      )}
      {area.data && area.data.areas.length > 0 && (
        <>
          <h3>Areas in it</h3>
          <ul>
            {area.data.areas.map(({ id, title }) => (
              <li key={id}>
                <Link href={`/i/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
