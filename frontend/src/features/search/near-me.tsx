import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { type Asked, searchAddress } from './address.ts';
import { noteWhereIAm } from './where-i-am.ts';

/** About a hundred metres: as near as a search needs to know, and no nearer. */
const rounded = (degrees: number) => String(Math.round(degrees * 1000) / 1000);

/** Searches around where the browser says it is, once it is asked to. */
export function NearMe({ asked, label = 'Near me' }: { asked: Asked; label?: string }) {
  const [, navigate] = useLocation();
  const [state, setState] = useState<'still' | 'asking' | 'refused'>('still');
  const locate = () => {
    if (!('geolocation' in navigator)) return setState('refused');
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        setState('still');
        const near = `${rounded(latitude)},${rounded(longitude)}`;
        noteWhereIAm(near);
        navigate(searchAddress({ ...asked, near, sort: 'near' }));
      },
      () => setState('refused'),
      { timeout: 15_000, maximumAge: 300_000 },
    );
  };
  return (
    <>
      <Button look="plain" busy={state === 'asking'} onClick={locate}>
        {state === 'asking' ? 'Finding where you are…' : label}
      </Button>
      {state === 'refused' && (
        <span role="alert">
          {' '}
          Your browser did not say where you are. Allow it for this site, or add a place to what you look for.
        </span>
      )}
    </>
  );
}
