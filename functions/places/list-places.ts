import type { Handler } from '#functions/http/handler.ts';
import type { CardRow } from '#functions/table/table.ts';
import { placesShown } from '#shared/places/rules.ts';
import type { Pin, PlacesFound, PlacesQuery } from '#shared/places/schema.ts';
import { isIn } from './cells/cells.ts';
import { metresBetween } from './cells/distance.ts';
import { placesIn, placesNear } from './find-places.ts';
import { isOpen, openingsOf, shownOpening } from './open-hours.ts';

/** A pin as it stands in a cell: with its hours as they were written. */
type Listed = Omit<Pin, 'opening'> & { hours?: string };
type Candidate = { sk: string; pin: Listed };

export const listPlaces: Handler<'listPlaces'> = async ({ query }, { now }): Promise<PlacesFound> => {
  const at = query.open === undefined || query.open === 'now' ? now : new Date(query.open);
  const fitting = (rows: readonly CardRow[]) => fittingOf(rows, query, at);
  if (query.near) {
    const { rows, reach } = await placesNear(query.near, query.category);
    const found = (await fitting(rows)).sort((a, b) => (a.pin.distance ?? 0) - (b.pin.distance ?? 0));
    const complete = found.length <= placesShown && reach >= (query.within ?? Number.POSITIVE_INFINITY);
    return { places: await shown(found, at), complete, reach: Math.floor(reach) };
  }
  if (!query.view) return { places: [], complete: true };
  const { rows, complete } = await placesIn(
    query.view,
    query.category,
    async (found) => (await fitting(found)).length >= placesShown,
  );
  const found = (await fitting(rows)).sort((a, b) => (a.sk < b.sk ? 1 : -1));
  return { places: await shown(found, at), complete: complete && found.length <= placesShown };
};

/** Those that lie where it was asked for and that the filters leave, with how far they are. */
async function fittingOf(rows: readonly CardRow[], query: PlacesQuery, at: Date): Promise<Candidate[]> {
  const { view, near, within, price, amenities = [], stars } = query;
  const found = rows.flatMap(({ sk, card }): Candidate[] => {
    const pin = JSON.parse(card) as Listed;
    const distance = near && metresBetween(near, pin.position);
    const fits =
      (!view || isIn(view, pin.position)) &&
      (distance === undefined || within === undefined || distance <= within) &&
      (!price || (pin.price !== undefined && price.includes(pin.price))) &&
      amenities.every((key) => pin.amenities?.includes(key)) &&
      (stars === undefined || (pin.stars ?? 0) >= stars);
    return fits ? [{ sk, pin: { ...pin, ...(distance === undefined ? {} : { distance: Math.round(distance) }) } }] : [];
  });
  if (query.open === undefined) return found;
  const openings = await openingsOf(
    found.map(({ pin }) => pin),
    at,
  );
  return found.flatMap((one, n) => (isOpen(openings[n], at) ? [one] : []));
}

/** The first of them as they are sent. */
async function shown(found: readonly Candidate[], at: Date): Promise<Pin[]> {
  const first = found.slice(0, placesShown);
  const openings = await openingsOf(
    first.map(({ pin }) => pin),
    at,
  );
  return first.map(({ pin: { hours: _, ...pin } }, n) => {
    const opening = openings[n];
    return { ...pin, ...(opening ? { opening: shownOpening(opening, at) } : {}) };
  });
}
