import { worked } from '#functions/runtime/bounded.ts';
import { openAt } from '#shared/places/rules.ts';
import type { Opening, Pin, Position } from '#shared/places/schema.ts';

type Listed = { hours?: string; position: Position };

/** What was worked out, by hours, neighbourhood and hour; the oldest goes first. */
const known = new Map<string, Opening | null>();
/** How many, and how many stretches they may have together: some kilobytes each where somebody writes one for every minute. */
const mostKnown = 5000;
const mostStretches = 60_000;
let stretchesKnown = 0;
/** How long these are worked at, in milliseconds: beyond that they are not known. A request comes here three times at most. */
const mostTime = 1500;

function keep(name: string, opening: Opening | undefined): void {
  stretchesKnown += opening?.stretches.length ?? 0;
  known.set(name, opening ?? null);
  for (const [oldest, gone] of known) {
    if (known.size <= mostKnown && stretchesKnown <= mostStretches) break;
    known.delete(oldest);
    stretchesKnown -= gone?.stretches.length ?? 0;
  }
}

/** When these places are open from a moment on, in their order; undefined where that is not known. What reads hours is loaded only where there are any. */
export async function openingsOf(places: readonly Listed[], at: Date): Promise<(Opening | undefined)[]> {
  if (!places.some(({ hours }) => hours !== undefined)) return places.map(() => undefined);
  const { openingOf } = await import('./opening.ts');
  const begun = worked();
  return places.map(({ hours, position }) => {
    if (hours === undefined) return undefined;
    const hour = Math.floor(at.getTime() / 3_600_000);
    const name = `${hour} ${position.latitude.toFixed(1)},${position.longitude.toFixed(1)} ${hours}`;
    const found = known.get(name);
    if (found !== undefined) return found ?? undefined;
    if (worked() - begun > mostTime) return undefined;
    const opening = openingOf({ hours, position }, at);
    keep(name, opening);
    return opening;
  });
}

/** How many stretches a pin shows. */
const stretchesShown = 3;

/** What a pin shows of the hours of its place: the next stretches from a moment on, and until when they are all. */
export function shownOpening({ zone, until, stretches }: Opening, at: Date): NonNullable<Pin['opening']> {
  const coming = stretches.filter(({ to }) => Date.parse(to) > at.getTime());
  return {
    zone,
    until: coming[stretchesShown]?.from ?? until,
    stretches: coming.slice(0, stretchesShown),
  };
}

/** Whether a place is known to be open at a moment. */
export function isOpen(opening: Opening | undefined, at: Date): boolean {
  const state = opening && openAt(opening, at.getTime());
  return state?.is === 'open' && !state.stretch.unsure;
}
