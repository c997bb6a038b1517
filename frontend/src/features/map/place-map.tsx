import { type ComponentType, useEffect, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import type { MapProps } from './leaflet-map.tsx';
import styles from './map.module.css';

/**
 * A map of pins, beside or above a list of the same: whoever cannot use it has everything in the list. The library comes
 * once the page stands; where it does not come, the page says so and is whole without.
 */
export function PlaceMap(props: MapProps) {
  const [Loaded, setLoaded] = useState<ComponentType<MapProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    // Nothing of it runs on a server.
    if (import.meta.env.SSR) return;
    let here = true;
    import('./leaflet-map.tsx').then(
      (module) => here && setLoaded(() => module.LeafletMap),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, []);
  if (failed)
    return (
      <Notice title="The map did not load">
        <p>Everything on it stands in the list. Reload the page to try again.</p>
      </Notice>
    );
  if (!Loaded)
    return (
      <div className={styles.map} data-size={props.size}>
        <p className={styles.waiting}>Opening the map…</p>
      </div>
    );
  return <Loaded {...props} />;
}
