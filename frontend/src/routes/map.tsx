import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { placeCategories } from '#shared/items/kinds/place-categories.ts';
import { useNow } from '../client/now.ts';
import { ProblemError } from '../client/problem.ts';
import { mapPage, readShown, type Shown } from '../features/map/address.ts';
import { metresBetween, nearEnough, type Point, type View } from '../features/map/geometry.ts';
import { PlaceMap } from '../features/map/place-map.tsx';
import { mostOfCollection, useCollection, usePlaces } from '../features/map/queries.ts';
import { usePosition } from '../features/map/use-position.ts';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { Failure, Notice } from '../ui/notice.tsx';
import { counted } from '../ui/numbers.ts';
import { Loading } from '../ui/skeleton.tsx';
import styles from './map.module.css';
import { type PlaceRow, PlaceRows } from './place-rows.tsx';

/** Places on a map with the same in a list beside it: in a view, near somebody, or of what people put together. */
export default function MapRoute() {
  const search = useSearch();
  const shown = readShown(search);
  const { collection } = shown;
  return collection ? (
    <CollectionMap key={`${collection.of}:${collection.name}`} shown={shown} />
  ) : (
    <PlacesMap shown={shown} />
  );
}

type OnMap = PlaceRow & Point;
const withDistance = (places: readonly OnMap[], me: Point | undefined): OnMap[] =>
  me ? places.map((place) => ({ ...place, distance: metresBetween(me, place) })) : [...places];

function PlacesMap({ shown }: { shown: Shown }) {
  const [, navigate] = useLocation();
  const { asked, ask } = usePosition();
  const [mine, setMine] = useState<Point>();
  const [moved, setMoved] = useState<View>();
  const [chosen, setChosen] = useState<string>();
  const now = useNow();
  const near = mine ?? shown.near;
  const found = usePlaces({ ...shown, near }, true);
  const me = asked.is === 'here' ? asked.point : undefined;
  // What was found comes into view, unless a view was asked for.
  const fit = found.data && (near || !shown.view) && `${JSON.stringify(near)} ${shown.category} ${shown.open}`;
  const places = (found.data?.places ?? []).map(({ position, ...place }) => ({ ...place, ...position }));
  // From where they are, if that is known, else from the point that the address names.
  const rows = mine || (near && !me) ? places : withDistance(places, me);
  const show = (next: Shown) => navigate(mapPage(next), { replace: true });
  const goNear = () =>
    ask((point) => {
      setMine(point);
      setMoved(undefined);
      show({ ...shown, near: undefined, view: undefined });
    });
  return (
    <>
      <Heading title="Places on a map" />
      <div className={styles.controls}>
        <Button busy={asked.is === 'asking'} onClick={goNear}>
          Near me
        </Button>
        <label>
          <span className="visually-hidden">What to look for</span>
          <select
            value={shown.category ?? ''}
            onChange={({ target }) => show({ ...shown, category: target.value || undefined })}
          >
            <option value="">Everything</option>
            {sorts.map((sort) => (
              <optgroup key={sort} label={sort}>
                {placeCategories
                  .filter(({ group }) => group === sort)
                  .map(({ key, label }) => (
                    <option key={key} value={key}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={shown.open ?? false}
            onChange={({ target }) => show({ ...shown, open: target.checked || undefined })}
          />
          Open now
        </label>
      </div>
      <div role="status">
        {asked.is === 'refused' && (
          <Notice title="Where you are is not known">
            <p>{asked.why}</p>
          </Notice>
        )}
      </div>
      <div className={styles.columns}>
        <div className={styles.map}>
          <PlaceMap
            pins={rows}
            label="A map of the places in the list"
            size="page"
            start={near ? undefined : shown.view}
            me={me}
            fit={fit || false}
            fitFirst={near && nearEnough(places.map(({ distance }) => distance ?? 0))}
            chosen={chosen}
            onChoose={setChosen}
            onView={(view, byHand) => byHand && setMoved(view)}
          />
          {moved && (
            <div className={styles.again}>
              <Button
                onClick={() => {
                  setMine(undefined);
                  setMoved(undefined);
                  show({ ...shown, near: undefined, view: moved });
                }}
              >
                Search in this view
              </Button>
            </div>
          )}
        </div>
        <section aria-label="The places">
          {!found.data && found.error === undefined && (
            <p role="status" className={styles.said}>
              Looking for places…
            </p>
          )}
          {found.error !== undefined && <Failure error={found.error} retry={found.reload} />}
          {found.data && (
            <p role="status" className={styles.said}>
              {rows.length === 0
                ? ''
                : near
                  ? `${counted(rows.length, 'place')}, nearest first`
                  : `${counted(rows.length, 'place')}, best first`}
              {!near && !found.data.complete && rows.length > 0 && '. There are more: look closer to see them'}
            </p>
          )}
          {found.data && rows.length === 0 && (
            <Notice title="No places found here">
              <p>
                Move the map or choose something else to look for. Whoever knows a place here can{' '}
                <Link href="/submit?kind=place">add it</Link>.
              </p>
            </Notice>
          )}
          <PlaceRows
            places={rows}
            label={
              mine
                ? 'Places near you, nearest first'
                : near
                  ? 'Places near there, nearest first'
                  : 'Places in view, best first'
            }
            chosen={chosen}
            now={now}
          />
        </section>
      </div>
    </>
  );
}

/** What places are, in groups: some thirty in a row are many to read. */
const sorts = [...new Set(placeCategories.map(({ group }) => group))];

const isGone = (error: unknown) => error instanceof ProblemError && error.status < 500;

function CollectionMap({ shown: { collection, view } }: { shown: Shown }) {
  const { asked, ask } = usePosition();
  const [chosen, setChosen] = useState<string>();
  const { data, error, reload } = useCollection(collection);
  const me = asked.is === 'here' ? asked.point : undefined;
  if (!data)
    return error === undefined ? (
      <Loading what="the map" />
    ) : (
      <>
        <Heading title={isGone(error) ? 'Nothing to show on a map' : 'This map did not load'} />
        <Failure error={error} retry={reload} />
      </>
    );
  const rows = withDistance(data.pins, me);
  return (
    <>
      <Heading title={`${data.title}, on a map`} />
      <div className={styles.controls}>
        <Link href={data.href}>The whole of it, as a list</Link>
        <Button look="plain" busy={asked.is === 'asking'} onClick={() => ask(() => {})}>
          How far from me?
        </Button>
      </div>
      <div role="status">
        {asked.is === 'refused' && (
          <Notice title="Where you are is not known">
            <p>{asked.why}</p>
          </Notice>
        )}
      </div>
      {rows.length === 0 ? (
        <Notice title="Nothing of it is on a map">
          <p>Only places and areas are somewhere.</p>
        </Notice>
      ) : (
        <div className={styles.columns}>
          <div className={styles.map}>
            <PlaceMap
              pins={rows}
              label="A map of the places in the list"
              size="page"
              start={view}
              me={me}
              chosen={chosen}
              onChoose={setChosen}
            />
          </div>
          <section aria-label="The places">
            {!data.complete && <p className={styles.said}>Of its first {mostOfCollection}.</p>}
            <PlaceRows places={rows} label={data.title} chosen={chosen} />
          </section>
        </div>
      )}
    </>
  );
}
