import { useEffect, useState } from 'react';
import type { Position } from '#shared/places/schema.ts';

type Props = {
  position: Position;
  /** How far that is from there, in words. */
  said: (from: Position, to: Position) => string;
};

/** How far something is, where the visitor lets this site know where they are already: nobody is asked for it here. */
export function FarAway({ position, said }: Props) {
  const [here, setHere] = useState<Position>();
  useEffect(() => {
    let isShown = true;
    const locate = async () => {
      const permission = await navigator.permissions?.query({ name: 'geolocation' });
      if (permission?.state !== 'granted') return;
      navigator.geolocation.getCurrentPosition(({ coords }) => {
        if (isShown) setHere({ latitude: coords.latitude, longitude: coords.longitude });
      });
    };
    locate().catch(() => {});
    return () => {
      isShown = false;
    };
  }, []);
  return here ? <p>{said(here, position)} from where you are</p> : null;
}
