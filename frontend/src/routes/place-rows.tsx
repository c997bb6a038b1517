import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { categoryLabel } from '#shared/items/kinds/place-categories.ts';
import type { Opening } from '#shared/places/schema.ts';
import { distanceSaid } from '../features/map/geometry.ts';
import { counted } from '../ui/numbers.ts';
import { Stars } from '../ui/stars.tsx';
import { openSaid } from './open-said.ts';
import styles from './place-rows.module.css';

export type PlaceRow = {
  id: string;
  title: string;
  byline: string;
  category?: string | undefined;
  price?: number | undefined;
  stars?: number | undefined;
  ratings: number;
  /** Metres from where somebody is. */
  distance?: number | undefined;
  opening?: Pick<Opening, 'zone' | 'until' | 'stretches'> | undefined;
  rank?: string;
};

type Props = { places: readonly PlaceRow[]; label: string; chosen: string | undefined; now?: number };

/** Places in a list whose numbers are those of the pins on the map. The one that was chosen there comes into view. */
export function PlaceRows({ places, label, chosen, now }: Props) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector(`[data-id="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (places.length === 0) return null;
  const ids = places.slice(0, 50).map(({ id }) => id);
  return (
    <>
      <ol ref={list} className={styles.rows} aria-label={label}>
        {places.map((place, index) => (
          <li key={place.id} data-id={place.id} className={place.id === chosen ? styles.chosen : undefined}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <Link href={`/i/${place.id}`} className={styles.title}>
                {place.title}
              </Link>
              <p className={styles.facts}>
                {[
                  place.rank,
                  place.category && categoryLabel(place.category),
                  place.price && '€'.repeat(place.price),
                  place.distance !== undefined && `${distanceSaid(place.distance)} away`,
                  now !== undefined && place.opening && openSaid(place.opening, now),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {!isPosition(place.byline) && <p className={styles.facts}>{place.byline}</p>}
              {place.ratings > 0 && (
                <p className={`${styles.facts} ${styles.rated}`}>
                  {place.stars !== undefined && <Stars value={Math.round(place.stars * 2) / 2} />}
                  {place.stars !== undefined && `${place.stars.toFixed(1)} · `}
                  {counted(place.ratings, 'rating', true)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.facts}>
        <a href={`/api/places.geojson?items=${ids.join(',')}`} download="places.geojson">
          {ids.length < places.length ? 'Take the first 50 as GeoJSON' : 'Take these as GeoJSON'}
        </a>
      </p>
    </>
  );
}

/** A byline of somewhere without an address: the map says it better. */
const isPosition = (byline: string) => /^-?\d+\.\d+, -?\d+\.\d+$/.test(byline);
