import { useState } from 'react';
import type { Point } from './geometry.ts';

export type Asked = { is: 'unasked' | 'asking' } | { is: 'refused'; why: string } | { is: 'here'; point: Point };

const reasons: Record<number, string> = {
  1: 'Your browser was told not to say where you are. Allow it in the browser’s settings, or move the map.',
  2: 'Your browser cannot tell just now. Move the map to where you want to look.',
  3: 'Your browser took too long to find out. Try again, or move the map to where you want to look.',
};

const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;

/** Where somebody is, asked of their browser when they say so, and kept by nobody. */
export function usePosition(): { asked: Asked; ask: (then: (point: Point) => void) => void } {
  const [asked, setAsked] = useState<Asked>({ is: 'unasked' });
  const ask = (then: (point: Point) => void) => {
    if (!('geolocation' in navigator)) {
      setAsked({ is: 'refused', why: reasons[2] ?? '' });
      return;
    }
    setAsked({ is: 'asking' });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => {
        // To a hundred metres: it stands in the addresses that the server is asked.
        const point = { latitude: rounded(latitude), longitude: rounded(longitude) };
        setAsked({ is: 'here', point });
        then(point);
      },
      ({ code }) => setAsked({ is: 'refused', why: reasons[code] ?? reasons[2] ?? '' }),
      { timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return { asked, ask };
}
